//! One page of Markdown, as far as the tests here look into it.

use std::path::PathBuf;

/// A page, with what is marked as code told apart from what is not.
pub(crate) struct Page {
    pub path: PathBuf,
    pub text: String,
}

impl Page {
    /// Takes a page's text. A page that only includes another one has nothing of its own to look at.
    pub(crate) fn new(path: PathBuf, text: String) -> Self {
        Self { path, text }
    }

    /// Lines with whether they stand in a code block. The fences themselves are left out.
    fn lines(&self) -> impl Iterator<Item = (bool, &str)> {
        let mut inside = false;
        self.text.lines().filter_map(move |line| {
            if line.starts_with("```") {
                inside = !inside;
                return None;
            }
            Some((inside, line))
        })
    }

    /// The text outside code, its lines joined, for a link may go over two of them.
    fn prose(&self) -> String {
        let outside: Vec<&str> = self
            .lines()
            .filter(|(inside, _)| !inside)
            .map(|(_, line)| line)
            .collect();
        let outside = outside.join("\n");
        outside.split('`').step_by(2).collect()
    }

    /// Targets of links and images.
    pub(crate) fn links(&self) -> Vec<String> {
        self.prose()
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
            .map(str::to_owned)
            .collect()
    }

    /// The anchors of its headings, as the book and the forge make them.
    pub(crate) fn anchors(&self) -> Vec<String> {
        self.lines()
            .filter(|(inside, line)| !inside && line.starts_with('#'))
            .map(|(_, line)| {
                line.trim_start_matches('#')
                    .trim()
                    .chars()
                    .filter_map(|letter| match letter {
                        ' ' => Some('-'),
                        '-' | '_' => Some(letter),
                        _ if letter.is_alphanumeric() => Some(letter.to_ascii_lowercase()),
                        _ => None,
                    })
                    .collect()
            })
            .collect()
    }

    /// Code: each span in the prose, and each line of a block.
    pub(crate) fn code(&self) -> Vec<&str> {
        self.lines()
            .flat_map(|(inside, line)| -> Vec<&str> {
                if inside {
                    vec![line.trim()]
                } else {
                    line.split('`').skip(1).step_by(2).collect()
                }
            })
            .collect()
    }

    /// Names in code that begin like this, up to the first sign that no name has.
    pub(crate) fn names(&self, start: &str) -> Vec<String> {
        self.code()
            .into_iter()
            .flat_map(|code| {
                code.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')
            })
            .filter(|word| word.len() > start.len() && word.starts_with(start))
            .map(str::to_owned)
            .collect()
    }
}
