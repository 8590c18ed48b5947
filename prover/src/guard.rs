//! Turns panics of the libraries into values. They panic on bad or oversized input; none of
//! that may reach the user.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};

use crate::failure::{Failure, Outcome};

thread_local! {
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Replaces the hook that prints panics: they are logged for people, at debug level.
pub fn silence_panics() {
    panic::set_hook(Box::new(|information| {
        let place = information
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        tracing::debug!(place, "panic: {}", text(information.payload()));
        PLACE.with(|slot| *slot.borrow_mut() = Some(place));
    }));
}

/// Runs `work`; a panic becomes its message.
pub fn catch<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        let place = PLACE.with(|slot| slot.borrow_mut().take());
        let first_line = text(&*payload)
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned();
        match place {
            Some(place) => format!("{first_line} ({})", short(&place)),
            None => first_line,
        }
    })
}

/// Runs work that no panic should leave; one that does is a defect.
///
/// # Errors
/// Those of the work; `INTERNAL` for a panic.
pub fn catch_all<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    catch(work).unwrap_or_else(|panic| {
        let message = format!("an unexpected panic: {panic}");
        Err(Failure::internal(message))
    })
}

fn text(payload: &(dyn Any + Send)) -> String {
    let fixed = payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned());
    fixed
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no message".into())
}

/// From a crate's `src` on, with its folder: the rest is the build machine's business.
fn short(place: &str) -> &str {
    let source = place.rfind("/src/").unwrap_or(0);
    place[..source]
        .rfind('/')
        .map_or(place, |folder| &place[folder + 1..])
}
