//! How wide the letters of a font are.

use pdf_extract::{Document, Object};

/// Writes the widths of fonts one by one where they stand for a range of letters (`19 28 636`, ISO 32000-1, 9.7.4.3).
///
/// The library reads a list of widths (`19 [636 636 …]`) alone, takes all letters of a range for as wide as the default,
/// and so sees gaps within words.
pub(super) fn spell_out(document: &mut Document) {
    let fonts: Vec<_> = document
        .objects
        .iter()
        .filter_map(|(id, object)| {
            let widths = object.as_dict().ok()?.get(b"W").ok()?;
            let widths = match widths {
                Object::Reference(id) => document.objects.get(id)?,
                widths => widths,
            };
            Some((*id, listed(widths.as_array().ok()?)?))
        })
        .collect();
    for (id, widths) in fonts {
        if let Some(Object::Dictionary(font)) = document.objects.get_mut(&id) {
            font.set("W", Object::Array(widths));
        }
    }
}

/// Lists the widths with every range as a list; `None` when they are no widths.
fn listed(widths: &[Object]) -> Option<Vec<Object>> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < widths.len() {
        let first = widths[at].as_i64().ok()?;
        match widths.get(at + 1)? {
            Object::Array(list) => {
                out.extend([Object::Integer(first), Object::Array(list.clone())]);
                at += 2;
            }
            last => {
                let last = last.as_i64().ok()?;
                let width = widths.get(at + 2)?;
                // A font has at most so many letters.
                let count = usize::try_from(last - first + 1)
                    .ok()
                    .filter(|count| *count <= 65_536)?;
                out.extend([
                    Object::Integer(first),
                    Object::Array(vec![width.clone(); count]),
                ]);
                at += 3;
            }
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::{Object, listed};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_range_becomes_a_list() {
        let width = Object::Integer;
        let list = Object::Array(vec![width(500), width(600)]);
        let widths = [width(3), list.clone(), width(19), width(21), width(636)];
        let three = Object::Array(vec![width(636); 3]);
        assert_eq!(
            listed(&widths),
            Some(vec![width(3), list, width(19), three])
        );
        assert_eq!(listed(&[width(3), width(9)]), None);
        assert_eq!(
            listed(&[width(0), width(i64::from(i32::MAX)), width(1)]),
            None
        );
    }
}
