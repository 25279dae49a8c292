//! The types for compilers, `www/council-notice.d.ts`: each `DATA.<name>` in them becomes the list of an enum, as a type. So no list
//! is written twice.

use notice::{
    cookies::{Category, StorageKind},
    guardian::GuardianValue,
};

use super::EngineError;

/// What stands before the name of each list.
const TOKEN: &str = "DATA.";

/// Puts the lists into the types called `name`.
///
/// # Errors
/// [`EngineError::Types`] for a name that is no list of ours, and for a list that the types do not ask for.
pub(crate) fn fill(name: &str, types: &str) -> Result<String, EngineError> {
    let differ = |member: &str| EngineError::Types {
        name: name.to_owned(),
        member: member.to_owned(),
    };
    let mut filled = types.to_owned();
    for (member, list) in lists() {
        let token = [TOKEN, member].concat();
        if !filled.contains(&token) {
            return Err(differ(member));
        }
        let quoted: Vec<_> = list.iter().map(|one| format!("\"{one}\"")).collect();
        filled = filled.replace(&token, &quoted.join(" | "));
    }
    match filled.split_once(TOKEN) {
        None => Ok(filled),
        Some((_, rest)) => {
            let end = rest.find(|mark: char| !mark.is_alphanumeric());
            Err(differ(&rest[..end.unwrap_or(rest.len())]))
        }
    }
}

/// The lists, by the names that the types know them by.
fn lists() -> [(&'static str, Vec<&'static str>); 4] {
    let categories = Category::ALL.iter();
    let optional = categories.filter(|one| **one != Category::Essential);
    [
        // Nobody chooses what is essential.
        ("categories", optional.map(|one| one.id()).collect()),
        (
            "aliases",
            Category::ALIASES.iter().map(|(alias, _)| *alias).collect(),
        ),
        ("guardian", GuardianValue::NAMES.to_vec()),
        ("kinds", StorageKind::NAMES.to_vec()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPES: &str = include_str!("../../../www/council-notice.d.ts");

    #[test]
    fn the_types_have_every_list_as_rust_has_it() {
        let filled = fill("types", TYPES).expect("they agree");
        let declared = |start: &str| -> Vec<String> {
            let (_, rest) = filled.split_once(start).expect(start);
            let (union, _) = rest.split_once(';').expect("its end");
            let names = union
                .split(" | ")
                .map(|one| one.trim_matches('"').to_owned());
            names.collect()
        };
        let optional = Category::ALL.iter().map(|one| one.id());
        let optional = optional.filter(|id| *id != "essential");
        assert_eq!(declared("type Category = "), optional.collect::<Vec<_>>());
        assert_eq!(declared("type Guardian = "), GuardianValue::NAMES);
        assert_eq!(declared("{ kind: "), StorageKind::NAMES);
        for (alias, _) in Category::ALIASES {
            assert!(filled.contains(&format!("\"{alias}\"")), "{alias}");
        }
    }

    #[test]
    fn types_and_lists_agree_on_every_name() {
        for (types, member) in [
            (TYPES.replace("DATA.kinds", "string"), "kinds"),
            ([TYPES, "DATA.signs;"].concat(), "signs"),
        ] {
            let error = fill("types", &types).expect_err("they differ");
            assert!(
                error.to_string().contains(&format!("DATA.{member} ")),
                "{error}"
            );
        }
    }
}
