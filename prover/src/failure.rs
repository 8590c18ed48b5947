//! What can go wrong, as the table in `PROTOCOL.md` has it.

use serde_json::{json, Map, Value};

/// The result of everything that a caller may be told about.
pub type Outcome<T> = Result<T, Failure>;

/// The stable code of a failure; with it the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    Usage,
    FileUnreadable,
    FileUnwritable,
    PackageInvalid,
    CompilationFailed,
    ExecutableInvalid,
    ExecutionTruncated,
    ExecutionCorrupted,
    ExecutionForeign,
    ExecutionInvalid,
    ProofForeign,
    CsvInvalid,
    ProgramPanicked,
    ProgramFailed,
    HintRefused,
    StepLimit,
    MemoryLimit,
    TimeLimit,
    TraceTooLarge,
    OutputTooLarge,
    ExecutionTooLarge,
    NotJudged,
    Cancelled,
    Internal,
}

impl Code {
    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Usage => "USAGE",
            Self::FileUnreadable => "FILE_UNREADABLE",
            Self::FileUnwritable => "FILE_UNWRITABLE",
            Self::PackageInvalid => "PACKAGE_INVALID",
            Self::CompilationFailed => "COMPILATION_FAILED",
            Self::ExecutableInvalid => "EXECUTABLE_INVALID",
            Self::ExecutionTruncated => "EXECUTION_TRUNCATED",
            Self::ExecutionCorrupted => "EXECUTION_CORRUPTED",
            Self::ExecutionForeign => "EXECUTION_FOREIGN",
            Self::ExecutionInvalid => "EXECUTION_INVALID",
            Self::ProofForeign => "PROOF_FOREIGN",
            Self::CsvInvalid => "CSV_INVALID",
            Self::ProgramPanicked => "PROGRAM_PANICKED",
            Self::ProgramFailed => "PROGRAM_FAILED",
            Self::HintRefused => "HINT_REFUSED",
            Self::StepLimit => "STEP_LIMIT",
            Self::MemoryLimit => "MEMORY_LIMIT",
            Self::TimeLimit => "TIME_LIMIT",
            Self::TraceTooLarge => "TRACE_TOO_LARGE",
            Self::ExecutionTooLarge => "EXECUTION_TOO_LARGE",
            Self::OutputTooLarge => "OUTPUT_TOO_LARGE",
            Self::NotJudged => "NOT_JUDGED",
            Self::Cancelled => "CANCELLED",
            Self::Internal => "INTERNAL",
        }
    }

    /// The exit code; a cancelled process exits by its signal's number instead.
    pub const fn exit_code(self) -> i32 {
        match self {
            Self::StepLimit
            | Self::MemoryLimit
            | Self::TimeLimit
            | Self::TraceTooLarge
            | Self::OutputTooLarge
            | Self::ExecutionTooLarge => 3,
            Self::Internal => 4,
            Self::Cancelled => 130,
            _ => 2,
        }
    }
}

/// One failure: what is wrong and what was expected, what to do, and details for programs.
#[derive(Debug, Clone)]
pub struct Failure {
    pub code: Code,
    pub message: String,
    pub help: String,
    pub details: Box<Map<String, Value>>,
}

impl Failure {
    /// A failure with its message and what to do about it.
    pub fn new(code: Code, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            help: help.into(),
            details: Box::default(),
        }
    }

    /// Adds one further field of the error object.
    #[must_use]
    pub fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.details.insert(key.to_owned(), value.into());
        self
    }

    /// A defect of this program or of the library under it.
    pub fn internal(message: impl Into<String>) -> Self {
        let help =
            "This is a defect, not your doing. Please report it with the command and its inputs.";
        Self::new(Code::Internal, message, help)
    }

    /// The answer line's value.
    pub fn to_json(&self) -> Value {
        let mut error = (*self.details).clone();
        error.insert("code".into(), self.code.name().into());
        error.insert("message".into(), self.message.clone().into());
        error.insert("help".into(), self.help.clone().into());
        json!({ "error": error })
    }
}
