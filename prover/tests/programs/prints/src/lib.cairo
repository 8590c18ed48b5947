#[executable]
fn main(first: felt252, lines: u32) -> felt252 {
    println!("{{\"valid\":true}}");
    for line in 0..lines {
        println!("line {line} \u{1b}[2J {first}");
    }
    first
}
