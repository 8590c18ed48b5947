#[executable]
fn main(input: Array<felt252>) -> felt252 {
    let mut value = *input.at(0);
    while value != 0 {
        value = value * value + 1;
    }
    value
}
