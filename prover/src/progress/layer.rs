//! Listens to the library's spans.

use tracing::span::Id;
use tracing::Subscriber;
use tracing_subscriber::layer::Context;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::Layer;

use super::reach;
use crate::timing::Mark;

/// To be put beside the layer that logs.
pub struct SpanLayer;

impl<S: Subscriber + for<'span> LookupSpan<'span>> Layer<S> for SpanLayer {
    fn on_enter(&self, id: &Id, context: Context<'_, S>) {
        if let Some(span) = context.span(id) {
            reach(Mark::Entered(span.name()));
        }
    }

    fn on_exit(&self, id: &Id, context: Context<'_, S>) {
        if let Some(span) = context.span(id) {
            reach(Mark::Left(span.name()));
        }
    }
}
