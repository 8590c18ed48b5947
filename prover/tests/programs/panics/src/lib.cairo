#[executable]
fn main(input: Array<felt252>) -> felt252 {
    assert(*input.at(0) != 0, 'the first value is zero');
    *input.at(0)
}
