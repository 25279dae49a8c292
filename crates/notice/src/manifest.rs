//! What a build writes and the browser reads.
//!
//! The browser never sees a whole [`crate::Notice`]: everything that depends only on the notice is worked
//! out when it is published, and what does not change on the page travels as ready markup (a *tree*:
//! `["tag", {attributes}, child…]`, text as itself), made by the same components. Deserialising and rendering
//! every fact in the browser weighed 45 KB more.

use serde::{Deserialize, Serialize};

use crate::{Children, Notice, reasons::Reason, strings::Strings};

/// `index.<lang>.<hash>.json`: everything the widget needs to know before it fetches a notice. Beside these
/// members the file holds trees: `preferences`, that dialog; `picture` and `help` of the guardian prompt; `past`, of a
/// card that was read before; and `changed`, of an include that has grown old.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Index {
    /// The interface's words.
    pub strings: Strings,
    /// The widget's style sheet.
    pub style: String,
    /// Where each notice is.
    pub notices: Vec<IndexEntry>,
    /// The age below which the question about age speaks of a guardian, where a notice says nothing itself.
    pub under: u8,
    /// The category or service that allows a browser to keep which version was read ([`crate::seen`]); `None` when
    /// `cookies.toml` does not declare that.
    #[serde(default)]
    pub seen_by: Option<String>,
}

/// Where a notice is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexEntry {
    /// Id of the notice.
    pub id: String,
    /// Path under the published root: `notices/derby-homes.en.0a1b2c3d.json`.
    pub file: String,
}

/// One reader's view of a notice. `notices/<id>.<lang>.<hash>.json` holds one for each [`view_key`]; beside these
/// members each has two trees: `front`, the six answers, and `body`, the whole notice.
///
/// `changes` names the file that says, by [`view_key`] and then by earlier version, what changed since: a tree, or null when
/// no fact did for that reader. Most visitors have no earlier version, so that it is fetched by the others only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Id of the notice.
    pub id: String,
    /// Name of the service.
    pub title: String,
    /// Language of the texts.
    pub lang: String,
    /// `ltr` or `rtl`: which way `lang` is written.
    pub dir: String,
    /// Version of the notice, which a form records.
    pub version: String,
    /// Changes with the version and with what the card says: an include carries it, and is old where it differs.
    #[serde(default)]
    pub hash: String,
    /// How many minutes it takes to read the whole notice.
    #[serde(default = "a_minute")]
    pub minutes: u32,
    /// The file of what changed, where earlier versions were kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<String>,
    /// The line for children, where the notice has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub children: Option<Children>,
    /// Why single fields are asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Reason>,
}

fn a_minute() -> u32 {
    1
}

impl Card {
    /// Makes the card of a notice that has been narrowed to its reader, and written in the `dir`ection of its language.
    #[must_use]
    pub fn of(notice: &Notice, dir: &str) -> Self {
        Self {
            id: notice.id.clone(),
            title: notice.title.clone(),
            lang: notice.lang.clone(),
            dir: dir.to_owned(),
            version: notice.version.clone(),
            hash: String::new(),
            minutes: a_minute(),
            changes: None,
            children: notice.children.clone(),
            reasons: notice.fields.iter().map(Reason::from).collect(),
        }
    }
}

/// Returns the key under which a notice file holds the view of a reader.
///
/// ```
/// use notice::manifest::view_key;
/// assert_eq!(view_key(Some("complaints"), None), "complaints/");
/// assert_eq!(view_key(None, Some("person")), "/person");
/// ```
#[must_use]
pub fn view_key(part: Option<&str>, audience: Option<&str>) -> String {
    [part.unwrap_or_default(), "/", audience.unwrap_or_default()].concat()
}
