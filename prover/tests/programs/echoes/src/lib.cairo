#[executable]
fn main(input: Array<felt252>) -> (Array<felt252>, u32) {
    let length = input.len();
    (input, length)
}
