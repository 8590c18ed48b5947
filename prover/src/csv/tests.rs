use super::*;

fn values(text: &str) -> Vec<Felt> {
    parse(text.as_bytes()).unwrap_or_else(|failure| panic!("{text:?}: {}", failure.message))
}

fn complaint(bytes: &[u8]) -> (u64, u64, String) {
    let failure = parse(bytes).expect_err(&String::from_utf8_lossy(bytes));
    assert_eq!(failure.code, Code::CsvInvalid);
    let place = |key: &str| failure.details[key].as_u64().unwrap();
    (place("line"), place("column"), failure.message)
}

#[test]
fn reads_every_notation() {
    let felt = |number: i128| Felt::from(number);
    let cases: &[(&str, Vec<Felt>)] = &[
        ("", vec![]),
        ("# nothing\n\n  \t\n", vec![]),
        ("1", vec![felt(1)]),
        ("1,2\n3\n", vec![felt(1), felt(2), felt(3)]),
        (
            "\u{feff}1,\t2 \r\n 3 # three\r\n",
            vec![felt(1), felt(2), felt(3)],
        ),
        ("-1,-0,007", vec![felt(-1), felt(0), felt(7)]),
        ("0x0,0xFf,0x00000a", vec![felt(0), felt(255), felt(10)]),
        (
            "'a','a,b#c'# comment",
            vec![felt(0x61), felt(0x61_2c_62_23_63)],
        ),
        ("' '", vec![felt(0x20)]),
    ];
    for (text, expected) in cases {
        assert_eq!(&values(text), expected, "{text:?}");
    }
}

#[test]
fn the_field_has_an_end() {
    let prime = crate::felt::prime();
    let largest = &prime - 1u8;
    assert_eq!(values(&largest.to_string()), vec![-Felt::ONE]);
    assert_eq!(values(&format!("-{largest}")), vec![Felt::ONE]);
    assert_eq!(
        values(&format!("0x{}", largest.to_str_radix(16))),
        vec![-Felt::ONE]
    );
    for text in [
        prime.to_string(),
        format!("-{prime}"),
        format!("0x{}", prime.to_str_radix(16)),
    ] {
        assert!(complaint(text.as_bytes()).2.contains("outside the field"));
    }
}

#[test]
fn complains_with_line_and_column() {
    let cases: &[(&[u8], u64, u64, &str)] = &[
        (b"1,,2", 1, 3, "empty value"),
        (b"1,2,", 1, 5, "empty value"),
        (b",", 1, 1, "empty value"),
        (b"1\n2, x\n", 2, 4, "'x' is not a value"),
        (b"1 2", 1, 1, "not a value"),
        (b"+1", 1, 1, "not a value"),
        (b"-", 1, 1, "not a value"),
        (b"--1", 1, 1, "not a value"),
        (b"-0x1", 1, 1, "not a value"),
        (b"0x", 1, 1, "not a value"),
        (b"0X1", 1, 1, "not a value"),
        (b"0xg", 1, 1, "not a value"),
        (b"1_000", 1, 1, "not a value"),
        (b"1.5", 1, 1, "not a value"),
        (b"1;2", 1, 1, "not a value"),
        (b"\"1\"", 1, 1, "not a value"),
        (b"\xd9\xa1", 1, 1, "not a value"),
        (b"1\r2", 1, 1, "not a value"),
        (b"\x001", 1, 1, "not a value"),
        (b"\n\n  'abc", 3, 3, "without its end"),
        (b"'a'b", 1, 1, "without its end"),
        (b"'a''b'", 1, 1, "without its end"),
        (b"''", 1, 1, "0 bytes"),
        (b"'abcdefghijklmnopqrstuvwxyzabcdef'", 1, 1, "32 bytes"),
        ("1,'\u{e4}'".as_bytes(), 1, 3, "printable ASCII"),
        (b"'a\tb'", 1, 1, "printable ASCII"),
        (b"'a\\n'", 1, 1, "printable ASCII"),
        (b"1,2\n3,\xff", 2, 3, "not UTF-8"),
        ("# \u{e4}\n'\u{e4}'".as_bytes(), 2, 1, "printable ASCII"),
    ];
    for (bytes, line, column, part) in cases {
        let (found_line, found_column, message) = complaint(bytes);
        let name = String::from_utf8_lossy(bytes);
        assert_eq!(
            (found_line, found_column),
            (*line, *column),
            "{name:?}: {message}"
        );
        assert!(message.contains(part), "{name:?}: {message}");
    }
}

#[test]
fn bounds_length_and_number() {
    assert!(complaint("9".repeat(100_000).as_bytes())
        .2
        .contains("so long"));
    let full = "1,\n".replace(',', "").repeat(MAX_VALUES);
    assert_eq!(values(&full).len(), MAX_VALUES);
    let (line, column, message) = complaint(format!("{full}5").as_bytes());
    assert_eq!((line, column), (MAX_VALUES as u64 + 1, 1));
    assert!(message.contains("more than 1048576"));
}

/// A cost that grows with the square of a row's length would take minutes here, not a moment.
#[test]
fn one_long_row_costs_no_more_than_many_short_ones() {
    let row = "1,".repeat(MAX_VALUES - 1) + "1";
    assert_eq!(values(&row).len(), MAX_VALUES);
    let (line, column, message) = complaint(format!("{row},5").as_bytes());
    assert_eq!((line, column), (1, 2 * MAX_VALUES as u64 + 1));
    assert!(message.contains("more than 1048576"));
}
