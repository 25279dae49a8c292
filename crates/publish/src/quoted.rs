//! Paths in commands that people are to copy.

use std::path::Path;

/// Returns a path as it stands in a command: as it is where every shell takes it so, else in quotes, for a shell of this system.
///
/// ```
/// assert_eq!(publish::quoted("sites/bins".as_ref()), "sites/bins");
/// assert_eq!(publish::quoted("my site".as_ref()), "\"my site\"");
/// ```
#[must_use]
pub fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |mark: char| {
        mark.is_alphanumeric() || "-_./:+,@".contains(mark) || (cfg!(windows) && mark == '\\')
    };
    // Within double quotes shells still look for these.
    let is_special = |mark: char| "\"$`!".contains(mark) || (!cfg!(windows) && mark == '\\');
    if !path.is_empty() && path.chars().all(is_plain) {
        path
    } else if path.contains(is_special) {
        let inner = if cfg!(windows) { "''" } else { r"'\''" };
        format!("'{}'", path.replace('\'', inner))
    } else {
        format!("\"{path}\"")
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::process::Command;

    use super::quoted;

    #[test]
    fn a_shell_reads_the_path_as_it_is() {
        for path in [
            "notices-site",
            "/srv/council notices/Größe",
            "../my site/dist",
            "it's ours",
            "$HOME of `all`",
            "a \"site\" of 'ours' \\ yours!",
            "bins & more; (2026) *?#~",
            "~",
            "a\tb",
            "",
        ] {
            let said = Command::new("sh")
                .args(["-c", &format!("printf %s {}", quoted(path.as_ref()))])
                .output()
                .expect("every Unix has a shell");
            assert_eq!(String::from_utf8_lossy(&said.stdout), path);
        }
    }

    #[test]
    fn what_needs_no_quotes_has_none() {
        for path in ["notices-site", "./a/b_c.d", "/srv/x+y"] {
            assert_eq!(quoted(path.as_ref()), path);
        }
    }
}
