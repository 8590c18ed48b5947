//! Logs for people, on standard error.

use std::io::IsTerminal;
use std::sync::OnceLock;

use clap::ValueEnum;
use tracing::level_filters::LevelFilter;
use tracing::Level;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::Layer;

use crate::progress::SpanLayer;

static LEVEL: OnceLock<LogLevel> = OnceLock::new();

/// The least severe of what is logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogLevel {
    Error,
    Warn,
    Info,
    Debug,
}

impl LogLevel {
    /// As `--log-level` takes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warn => "warn",
            Self::Info => "info",
            Self::Debug => "debug",
        }
    }

    const fn filter(self) -> LevelFilter {
        match self {
            Self::Error => LevelFilter::ERROR,
            Self::Warn => LevelFilter::WARN,
            Self::Info => LevelFilter::INFO,
            Self::Debug => LevelFilter::DEBUG,
        }
    }
}

/// Begins to log, and to listen to the spans that progress is told by, whatever is logged.
pub fn start(level: LogLevel) {
    let _ = LEVEL.set(level);
    // Colours are for a terminal; whoever reads a pipe or a file wants none, nor does NO_COLOR.
    let colours = std::io::stderr().is_terminal()
        && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let log = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(colours);
    // Events are for the log alone: what nobody reads is not even written down.
    let spans = filter_fn(|met| met.is_span() && *met.level() <= Level::INFO);
    let spans = spans.with_max_level_hint(LevelFilter::INFO);
    tracing_subscriber::registry()
        .with(log.with_filter(level.filter()))
        .with(SpanLayer.with_filter(spans))
        .init();
}

/// What is logged here, for a child to do the same.
pub(crate) fn level() -> LogLevel {
    LEVEL.get().copied().unwrap_or(LogLevel::Warn)
}
