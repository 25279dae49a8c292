//! What a pinned gate leads to: every file of it has a hash that the page, or what the page has checked, holds it against.

use std::collections::BTreeMap;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use publish::Profile;
use sha2::{Digest as _, Sha256, Sha384};

use crate::policies;

#[test]
fn everything_that_a_gate_leads_to_has_its_hash() {
    let site = policies::shared("pinned-files");
    let release = site.build(Profile::Dev).expect("it is published");
    let files = site.files();
    for gate in release.gates() {
        let script = String::from_utf8_lossy(&files[&gate.pinned]).into_owned();
        // The modules: one a language, what runs gated content, the widget and its bundles.
        for start in ["deferred.en.", "gated.", "widget-", "kiosk.", "audit."] {
            let found = gate.modules.keys().filter(|name| name.starts_with(start));
            assert_eq!(found.count(), 1, "{start} of {gate:?}");
        }
        for (name, sum) in &gate.modules {
            let wanted = BASE64_STANDARD.encode(Sha384::digest(&files[name]));
            assert_eq!(*sum, format!("sha384-{wanted}"), "{name}");
        }
        // The list of what is fetched, as the deferred module of this gate has it.
        let deferred = gate
            .modules
            .keys()
            .find(|name| name.starts_with("deferred.en."));
        let deferred = deferred.expect("counted above");
        let hash = deferred.split('.').nth(2).expect("a hash");
        assert!(script.contains(hash), "the gate asks for it");
        let told = String::from_utf8_lossy(&files[deferred]).into_owned();
        let list = told.split_once("\"sums.").map(|(_, rest)| rest);
        let list = list
            .and_then(|rest| rest.split_once('"'))
            .map(|(end, _)| format!("sums.{end}"));
        let list = list.expect("it names the list");
        let sum = |name: &str| {
            format!(
                "sha256-{}",
                BASE64_STANDARD.encode(Sha256::digest(&files[name]))
            )
        };
        assert!(told.contains(&sum(&list)), "{told}");
        let all: BTreeMap<String, String> =
            serde_json::from_slice(&files[&list]).expect("a list of names and hashes");
        for (name, listed) in &all {
            let name = match name.strip_prefix("index.") {
                Some(lang) => format!("index.{}.{hash}.json", lang.trim_end_matches(".json")),
                None => name.clone(),
            };
            assert_eq!(*listed, sum(&name), "{name}");
        }
        // Whatever the index and the deferred module name is there, but for scripts.
        let index = String::from_utf8_lossy(&files[&format!("index.en.{hash}.json")]).into_owned();
        let named = |text: &str| -> Vec<String> {
            let words = text.split('"').map(str::to_owned);
            words
                .filter(|word| files.contains_key(word) && !word.ends_with(".js"))
                .collect()
        };
        for name in named(&index).into_iter().chain(named(&told)) {
            assert!(
                name == list || all.contains_key(&name),
                "{name} is in {list}"
            );
        }
        assert!(all.contains_key("index.en.json"));
    }
    assert_eq!(release.gates().count(), 2);
}
