//! Leptos components, one face a file. The same markup serves the browser and, rendered at build time, the static
//! pages and the gate's first layer. Nothing here touches the page but through [`crate::browser`].

mod answers;
mod audit;
mod cookie_table;
mod facts;
mod first_layer;
mod guardian_help;
mod guardian_prompt;
mod icon;
mod kiosk;
mod notice_card;
mod notice_dialog;
mod past;
mod preferences;
mod prose;
mod requests;
mod whole_notice;
mod why;

pub use answers::{Answers, CardFront, Summaries, machine};
pub use audit::audit_sheet;
pub use cookie_table::CookieTable;
pub use facts::contact;
pub use first_layer::{Banner, Confirmation};
pub use guardian_help::{GuardianHelp, GuardianPicture};
pub use guardian_prompt::GuardianPrompt;
pub use kiosk::{KioskScreen, KioskScreenProps, qr_drawing};
pub use notice_card::NoticeCard;
pub use notice_dialog::NoticeDialog;
pub use past::Past;
pub use preferences::Preferences;
pub use whole_notice::WholeNotice;
pub use why::{Why, WhyProps};
