//! Whether a terminal is to have colours.

use std::{env, ffi::OsString, io::IsTerminal, sync::LazyLock};

use anstyle_query::windows::enable_ansi_colors;

/// Says whether colours are wanted there (no-color.org), and understood.
#[must_use]
pub fn colours(stream: &impl IsTerminal) -> bool {
    wanted(stream.is_terminal(), |name| env::var_os(name), understood)
}

fn wanted(
    is_terminal: bool,
    variable: impl Fn(&str) -> Option<OsString>,
    understood: impl FnOnce() -> bool,
) -> bool {
    let is_refused = variable("NO_COLOR").is_some_and(|value| !value.is_empty());
    let is_dumb = variable("TERM").is_some_and(|term| term == "dumb");
    // Asked last: it changes the console.
    is_terminal && !is_refused && !is_dumb && understood()
}

/// Has a console of Windows take colours for what they are: a classic one prints them as marks until it is asked. Where it cannot
/// be asked, as with one of the outputs in a file, there are none.
fn understood() -> bool {
    static ASKED: LazyLock<bool> = LazyLock::new(|| enable_ansi_colors() != Some(false));
    *ASKED
}

#[cfg(test)]
mod tests {
    use super::wanted;

    #[test]
    fn colours_are_for_terminals_that_take_them() {
        let none: &[(&str, &str)] = &[];
        let asked = |is_terminal, set: &[(&str, &str)], understood| {
            let variable = |name: &str| {
                let found = set.iter().find(|(one, _)| *one == name);
                found.map(|(_, value)| value.into())
            };
            wanted(is_terminal, variable, || understood)
        };
        assert!(asked(true, none, true));
        assert!(asked(true, &[("NO_COLOR", ""), ("TERM", "xterm")], true));
        for (is_terminal, set, understood) in [
            (false, none, true),
            (true, &[("NO_COLOR", "1")], true),
            (true, &[("TERM", "dumb")], true),
            (true, none, false),
            (true, &[("TERM", "xterm")], false),
        ] {
            assert!(!asked(is_terminal, set, understood), "{set:?}");
        }
    }

    /// A console that nobody is to see coloured is left as it is.
    #[test]
    fn only_where_colours_are_wanted_is_the_console_asked() {
        let never = || unreachable!("it is asked");
        assert!(!wanted(false, |_| None, never));
        assert!(!wanted(true, |_| Some("1".into()), never));
    }
}
