//! A site's data in a script of the engine: each `DATA.<name>` that the minifier has left becomes that member of the data,
//! as the shortest JavaScript that says it.

use std::{collections::BTreeSet, fmt::Write as _};

use serde::Serialize;
use serde_json::Value;

use super::Error;

/// What stands before the name of each datum.
const TOKEN: &str = "DATA.";

/// Puts the members of `data` into a script called `name`. Not as one object for all: its keys and the ways to them would
/// cost the gate 60 bytes.
///
/// # Errors
/// [`Error::Data`] for a name that `data` has no member of, [`Error::Unread`] for a member that the script does not ask
/// for, [`Error::Repeated`] for a list or an object that it asks for twice, which would be there twice.
pub(crate) fn fill(name: &str, script: &str, data: &impl Serialize) -> Result<String, Error> {
    let Ok(Value::Object(members)) = serde_json::to_value(data) else {
        unreachable!("a struct with named members is an object");
    };
    let slip = |member: &str| (name.to_owned(), member.to_owned());
    let mut asked = BTreeSet::new();
    let mut parts = script.split(TOKEN);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|mark: char| !mark.is_alphanumeric());
        let (member, rest) = part.split_at(end.unwrap_or(part.len()));
        let Some(value) = members.get(member) else {
            let (script, member) = slip(member);
            return Err(Error::Data { script, member });
        };
        if !asked.insert(member) && (value.is_array() || value.is_object()) {
            let (script, member) = slip(member);
            return Err(Error::Repeated { script, member });
        }
        match value.as_str() {
            // `${DATA.x}` in a template: the text itself.
            Some(text) if is_plain(text) && out.ends_with("${") && rest.starts_with('}') => {
                out.truncate(out.len() - "${".len());
                out.extend([text, &rest[1..]]);
            }
            // An empty text that something stands in for: that alone.
            Some("") if rest.starts_with("||") && out.ends_with(['(', ',', ':']) => {
                out.push_str(&rest["||".len()..]);
            }
            _ => {
                // What begins with a brace is a block at the start of a statement and after an arrow.
                let bare = !value.is_object()
                    || (out.ends_with(['=', '(', '[', ',', ':']) && !out.ends_with("=>"));
                let (open, close) = if bare { ("", "") } else { ("(", ")") };
                out.push_str(open);
                literal(value, &mut out);
                out.extend([close, rest]);
            }
        }
    }
    match members
        .keys()
        .find(|member| !asked.contains(member.as_str()))
    {
        Some(member) => {
            let (script, member) = slip(member);
            Err(Error::Unread { script, member })
        }
        None => Ok(out),
    }
}

/// Says whether a text means itself in every kind of string.
fn is_plain(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-/".contains(&byte);
    text.bytes().all(plain)
}

fn literal(value: &Value, out: &mut String) {
    match value {
        Value::Array(list) => {
            out.push('[');
            separated(list, out, literal);
            out.push(']');
        }
        Value::Object(members) => {
            out.push('{');
            separated(members, out, |(key, value), out| {
                self::key(key, out);
                out.push(':');
                literal(value, out);
            });
            out.push('}');
        }
        Value::String(text) => string(text, out),
        plain => {
            let _ = write!(out, "{plain}");
        }
    }
}

fn separated<T>(all: impl IntoIterator<Item = T>, out: &mut String, one: impl Fn(T, &mut String)) {
    for (at, item) in all.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        one(item, out);
    }
}

fn key(key: &str, out: &mut String) {
    let is_name = |key: &str| {
        key.starts_with(|mark: char| mark.is_ascii_alphabetic() || mark == '_')
            && key
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    if key == "__proto__" {
        // Otherwise it would be no member.
        out.push_str("[\"__proto__\"]");
    } else if is_name(key) {
        out.push_str(key);
    } else {
        string(key, out);
    }
}

/// Writes a string in the quotes that the text has fewer of. What would end a script element is broken up: a script may stand in a
/// page.
fn string(text: &str, out: &mut String) {
    let count = |quote: char| text.matches(quote).count();
    let quote = if count('"') > count('\'') { '\'' } else { '"' };
    out.push(quote);
    let mut before = ' ';
    for mark in text.chars() {
        match mark {
            '\n' => out.push_str("\\n"),
            '\\' => out.push_str("\\\\"),
            '/' | '!' if before == '<' => out.extend(['\\', mark]),
            _ if mark == quote => out.extend(['\\', mark]),
            // Those of old ended a line in a string, too.
            '\u{2028}' | '\u{2029}' | '\0'..='\x1f' => {
                let _ = write!(out, "\\u{:04x}", u32::from(mark));
            }
            _ => out.push(mark),
        }
        before = mark;
    }
    out.push(quote);
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn data_is_put_in_as_the_shortest_script_that_says_it() {
        let data = json!({
            "list": ["a", 1, true, null],
            "map": { "__proto__": 2, "plain": 1, "two-words": "x" },
            "text": "it's \\ </script>\n",
            "hash": "0a1b",
        });
        let script = "let a=DATA.list,b=()=>DATA.map;c(DATA.text,`x.${DATA.hash}.js`)";
        assert_eq!(
            fill("x", script, &data).expect("all is there"),
            r#"let a=["a",1,true,null],b=()=>({["__proto__"]:2,plain:1,"two-words":"x"});c("it's \\ <\/script>\n",`x.0a1b.js`)"#
        );
        let quoted = json!({ "a": "say \"no\"" });
        assert_eq!(
            fill("x", "DATA.a", &quoted).expect("it is there"),
            r#"'say "no"'"#
        );
        // What a template could read otherwise is not written into it.
        let marks = json!({ "a": "`${x}" });
        assert_eq!(
            fill("x", "`${DATA.a}`", &marks).expect("it is there"),
            "`${\"`${x}\"}`"
        );
    }

    #[test]
    fn what_stands_in_for_an_empty_text_stands_alone() {
        let script = "a=b?c:DATA.at||c,d(DATA.at||c)";
        let filled = |at: &str| fill("x", script, &json!({ "at": at })).expect("it is there");
        assert_eq!(filled(""), "a=b?c:c,d(c)");
        assert_eq!(filled("y"), r#"a=b?c:"y"||c,d("y"||c)"#);
        // Another operator may bind it first.
        let bound = fill("x", "a&&DATA.at||c", &json!({ "at": "" }));
        assert_eq!(bound.expect("it is there"), r#"a&&""||c"#);
    }

    #[test]
    fn script_and_data_agree_on_every_name() {
        let error = |script: &str, data| fill("x", script, &data).expect_err("they differ");
        assert!(
            matches!(error("DATA.b", json!({ "a": 1 })), Error::Data { member, .. } if member == "b")
        );
        assert!(
            matches!(error("0", json!({ "a": 1 })), Error::Unread { member, .. } if member == "a")
        );
        let twice = error("DATA.a,DATA.a", json!({ "a": [] }));
        assert!(matches!(twice, Error::Repeated { member, .. } if member == "a"));
        assert_eq!(
            fill("x", "DATA.a,DATA.a", &json!({ "a": 1 })).expect("short enough"),
            "1,1"
        );
    }
}
