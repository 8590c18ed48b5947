//! What became of a case.

/// Where it was stopped, and what is wrong if it should not have come so far.
pub struct Outcome {
    /// In few words, the same for all cases of a kind: they are counted.
    pub door: String,
    /// A defect that the case shows.
    pub defect: Option<String>,
}

impl Outcome {
    pub fn stopped(door: impl Into<String>) -> Self {
        let door = door.into();
        Self { door, defect: None }
    }

    pub fn defect(door: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            door: door.into(),
            defect: Some(what.into()),
        }
    }
}

/// A message without what differs from case to case: names of files, numbers, hashes.
pub fn kind_of(message: &str) -> String {
    let mut kind = String::new();
    for word in message.split_whitespace().take(12) {
        let is_particular =
            word.contains(|letter: char| letter.is_ascii_digit() || "/'\\".contains(letter));
        let word = if is_particular { "…" } else { word };
        if !(word == "…" && kind.ends_with('…')) {
            kind.push(' ');
            kind.push_str(word);
        }
    }
    kind.trim().to_owned()
}
