//! Mutated input groups. What passes must be the same values again when they are written and read once more.

use cairn_prover::csv;
use cairn_prover::felt::to_hex_list;

use super::bytes;
use super::numbers::Numbers;
use super::outcome::{kind_of, Outcome};

const GROUPS: [&str; 6] = [
    "1, 2, 3\n",
    "# beads\n'H','P','H'\n0,0,\t-7\n0x2a\n",
    "\u{feff}1\r\n2\r\n-3,0xabcdef,'short string of 31 characters!'\r\n",
    "-1,3618502788666131213697322783095070105623107215331596699973092056135872020480\n",
    "'a,b','c#d' # a comment, with 'quotes'\n\n\n0x0,00001\n",
    "0x800000000000011000000000000000000000000000000000000000000000000\n1,\n",
];

const TOKENS: [&str; 22] = [
    ",",
    "\n",
    "\r\n",
    "\r",
    "'",
    "''",
    "'''",
    "#",
    "-",
    "--1",
    "0x",
    "0X1",
    " ",
    "\t",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "٣",
    "1e5",
    "0.5",
    "3618502788666131213697322783095070105623107215331596699973092056135872020481",
    "0x800000000000011000000000000000000000000000000000000000000000001",
];

/// Mutates an input group and parses it.
pub fn case(numbers: &mut Numbers) -> Outcome {
    let group = mutant(numbers);
    let values = match csv::parse(&group) {
        Ok(values) => values,
        Err(failure) => {
            let placed = ["line", "column"].iter().all(|key| {
                let place = failure.details.get(*key);
                place
                    .and_then(|place| place.as_u64())
                    .is_some_and(|place| place > 0)
            });
            let message = kind_of(&failure.message);
            if !placed {
                return Outcome::defect(
                    "no place",
                    format!("a refusal without a place: {message}"),
                );
            }
            return Outcome::stopped(format!("{}: {message}", failure.code.name()));
        }
    };
    let written = to_hex_list(&values).join(",");
    match csv::parse(written.as_bytes()) {
        Ok(again) if again == values => Outcome::stopped("passes as an input group"),
        _ => Outcome::defect(
            "other values",
            "an input group is another when it is read again",
        ),
    }
}

fn mutant(numbers: &mut Numbers) -> Vec<u8> {
    let mut group = numbers.pick(&GROUPS).as_bytes().to_vec();
    for _ in 0..=numbers.below(4) {
        let at = numbers.below(group.len());
        match numbers.below(6) {
            0 | 1 => drop(group.splice(at..at, numbers.pick(&TOKENS).bytes())),
            2 => {
                let token = numbers.pick(&TOKENS).repeat(numbers.below(2000));
                group.splice(at..at, token.bytes());
            }
            3 => {
                let digits = "7".repeat(numbers.below(300));
                group.splice(at..at, digits.bytes());
            }
            4 => group = bytes::splice(&group, numbers.pick(&GROUPS).as_bytes(), numbers),
            _ => bytes::mutate(&mut group, numbers),
        }
    }
    group
}
