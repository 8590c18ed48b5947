//! What can be altered in a finished run. Much of it the replay does not notice, because it cannot do harm: a hash that
//! is wrong, a cell that nobody reads, values that are numbered otherwise.

use cairo_vm::types::builtin_name::BuiltinName;
use stwo_cairo_adapter::builtins::MemorySegmentAddresses;
use stwo_cairo_adapter::memory::{EncodedMemoryValueId, MemoryValueId, P_MIN_1};
use stwo_cairo_adapter::{ProverInput, PublicSegmentContext};

use super::numbers::Numbers;

type Alter = fn(&mut ProverInput, &mut Numbers);

/// Each with its name.
pub const ALTERATIONS: [(&str, Alter); 9] = [
    ("a large value", large_value),
    ("a small value", small_value),
    ("a cell", cell),
    ("a builtin's cell", builtin_cell),
    ("a builtin's bounds", bounds),
    ("the builtins' names", names),
    ("more memory", more_memory),
    ("values in another order", another_order),
    ("a value twice", a_value_twice),
];

fn large_value(input: &mut ProverInput, numbers: &mut Numbers) {
    let values = &mut input.memory.f252_values;
    let at = numbers.below(values.len());
    values[at][numbers.below(8)] ^= 1 << numbers.below(27);
}

fn small_value(input: &mut ProverInput, numbers: &mut Numbers) {
    let values = &mut input.memory.small_values;
    let at = numbers.below(values.len());
    values[at] ^= 1 << numbers.below(72);
}

fn cell(input: &mut ProverInput, numbers: &mut Numbers) {
    let at = 1 + numbers.below(input.memory.address_to_id.len() - 1);
    set_cell(input, at, numbers);
}

/// Another cell's value, or one that is nowhere else.
fn set_cell(input: &mut ProverInput, at: usize, numbers: &mut Numbers) {
    let memory = &mut input.memory;
    let id = match numbers.below(5) {
        0 => {
            let mut value = [0; 8];
            value[numbers.below(8)] = numbers.any() as u32 >> numbers.below(8);
            memory.f252_values.push(value);
            MemoryValueId::F252((memory.f252_values.len() - 1) as u32)
        }
        1 => {
            memory
                .small_values
                .push(u128::from(numbers.any() >> numbers.below(64)));
            MemoryValueId::Small((memory.small_values.len() - 1) as u32)
        }
        2 => {
            memory.f252_values.push(P_MIN_1);
            MemoryValueId::F252((memory.f252_values.len() - 1) as u32)
        }
        _ => {
            let other = 1 + numbers.below(memory.address_to_id.len() - 1);
            memory.address_to_id[other].decode()
        }
    };
    memory.address_to_id[at] = EncodedMemoryValueId::encode(id);
}

fn segments(input: &mut ProverInput) -> [&mut Option<MemorySegmentAddresses>; 9] {
    let segments = &mut input.builtin_segments;
    [
        &mut segments.add_mod_builtin,
        &mut segments.bitwise_builtin,
        &mut segments.output,
        &mut segments.mul_mod_builtin,
        &mut segments.pedersen_builtin,
        &mut segments.poseidon_builtin,
        &mut segments.range_check96_builtin,
        &mut segments.range_check_builtin,
        &mut segments.ec_op_builtin,
    ]
}

fn builtin_cell(input: &mut ProverInput, numbers: &mut Numbers) {
    let present = segments(input).into_iter().filter_map(|segment| *segment);
    let present: Vec<_> = present.collect();
    if !present.is_empty() {
        let segment = *numbers.pick(&present);
        let at = segment.begin_addr + numbers.below(segment.stop_ptr - segment.begin_addr);
        set_cell(input, at, numbers);
    }
}

fn bounds(input: &mut ProverInput, numbers: &mut Numbers) {
    let cells = input.memory.address_to_id.len();
    let mut segments = segments(input);
    let (at, other) = (numbers.below(9), numbers.below(9));
    let others = *segments[other];
    let segment = &mut segments[at];
    let step = 16 * (1 + numbers.below(8));
    match (numbers.below(6), segment.as_mut()) {
        (0, Some(segment)) => segment.stop_ptr = (segment.stop_ptr + step).min(cells),
        (1, Some(segment)) => segment.stop_ptr = segment.stop_ptr.saturating_sub(step),
        (2, Some(segment)) => segment.begin_addr = segment.begin_addr.saturating_sub(step),
        (3, Some(segment)) => {
            let length = segment.stop_ptr.saturating_sub(segment.begin_addr);
            segment.stop_ptr = segment.begin_addr + (length >> numbers.below(8));
        }
        (4, _) => **segment = None,
        _ => **segment = others,
    }
}

fn names(input: &mut ProverInput, numbers: &mut Numbers) {
    let all = [
        BuiltinName::pedersen,
        BuiltinName::range_check,
        BuiltinName::bitwise,
        BuiltinName::ec_op,
        BuiltinName::poseidon,
        BuiltinName::range_check96,
        BuiltinName::add_mod,
        BuiltinName::mul_mod,
    ];
    let count = input
        .public_segment_context
        .iter()
        .filter(|present| **present)
        .count();
    let mut chosen = vec![BuiltinName::output];
    while chosen.len() < count {
        let name = *numbers.pick(&all);
        if !chosen.contains(&name) {
            chosen.push(name);
        }
    }
    input.public_segment_context = PublicSegmentContext::new(&chosen);
}

fn more_memory(input: &mut ProverInput, numbers: &mut Numbers) {
    for _ in 0..=numbers.below(100) {
        let id = input.memory.address_to_id[1];
        input.memory.address_to_id.push(id);
        let at = input.memory.address_to_id.len() - 1;
        set_cell(input, at, numbers);
    }
}

/// Two large values change places, and every cell follows its value: the same memory.
fn another_order(input: &mut ProverInput, numbers: &mut Numbers) {
    let memory = &mut input.memory;
    let count = memory.f252_values.len();
    let (first, second) = (numbers.below(count), numbers.below(count));
    memory.f252_values.swap(first, second);
    let ids =
        [first, second].map(|id| EncodedMemoryValueId::encode(MemoryValueId::F252(id as u32)));
    for id in &mut memory.address_to_id {
        if id.0 == ids[0].0 {
            id.0 = ids[1].0;
        } else if id.0 == ids[1].0 {
            id.0 = ids[0].0;
        }
    }
}

/// A value gets a second number, and some cells take that: the same memory.
fn a_value_twice(input: &mut ProverInput, numbers: &mut Numbers) {
    let memory = &mut input.memory;
    let at = numbers.below(memory.f252_values.len());
    let before = EncodedMemoryValueId::encode(MemoryValueId::F252(at as u32)).0;
    memory.f252_values.push(memory.f252_values[at]);
    let after = MemoryValueId::F252((memory.f252_values.len() - 1) as u32);
    let after = EncodedMemoryValueId::encode(after).0;
    for id in &mut memory.address_to_id {
        if id.0 == before && numbers.one_in(2) {
            id.0 = after;
        }
    }
}
