//! The numbers of a record's rows, in words.

/// Writes the numbers of rows: `row 3`, `rows 3 to 5, 8`.
pub(super) fn spans(numbers: &[usize]) -> String {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for &number in numbers {
        match found.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => found.push((number, number)),
        }
    }
    let found: Vec<String> = found
        .iter()
        .map(|(first, last)| match last - first {
            0 => first.to_string(),
            1 => format!("{first}, {last}"),
            _ => format!("{first} to {last}"),
        })
        .collect();
    let word = if numbers.len() == 1 { "row" } else { "rows" };
    format!("{word} {}", found.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_as_spans() {
        assert_eq!(spans(&[3]), "row 3");
        assert_eq!(spans(&[2, 3, 4, 8, 10, 11]), "rows 2 to 4, 8, 10, 11");
    }
}
