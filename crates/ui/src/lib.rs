//! Leptos components, one a file. The same markup serves the browser and, rendered at build time, the static
//! pages and the gate's cookie bar. What a component does to the page (dialogs, focus, the clipboard) is here too;
//! what the page does to it comes in as signals and callbacks.
//!
//! | what people see | modules |
//! |---|---|
//! | the card of a notice | `notice_card`, `answers` (its six answers), `returning` (what has changed), `why` ("Why we ask") |
//! | the whole notice | `notice_dialog`, `whole_notice`, `facts`, `prose`, `requests` (the rights helper, with `copy`) |
//! | the question about age | `guardian_prompt`, `guardian_help` |
//! | cookies | `cookie_bar`, `preferences`, `cookie_table` |
//! | a shared screen's tools | `kiosk` |
//! | the editors' audit | `audit` |
//! | what several use | `dialog`, `page_lock`, `clipboard`, `icon`, `element` |

// The `component` macro makes a public type of every component's properties, and few of them are named outside.
#![allow(unreachable_pub)]

mod answers;
mod audit;
mod clipboard;
mod cookie_bar;
mod cookie_table;
mod copy;
mod dialog;
mod element;
mod facts;
mod guardian_help;
mod guardian_prompt;
mod icon;
mod kiosk;
mod notice_card;
mod notice_dialog;
mod page_lock;
mod preferences;
mod prose;
mod requests;
mod returning;
mod whole_notice;
mod why;

pub use answers::{Answers, CardFront, Summaries, caution, translation_caution};
pub use audit::{AuditMessage, AuditState, audit_panel};
pub use clipboard::write_text;
pub use cookie_bar::{Confirmation, CookieBar};
pub use cookie_table::{CookieTable, PolicyLanguage};
pub use dialog::{clicked_within, close_modal, close_within, focus, show_modal};
pub use element::{ElementHandle, Fill};
pub use facts::contact;
pub use guardian_help::{GuardianHelp, GuardianPicture};
pub use guardian_prompt::GuardianPrompt;
pub use kiosk::{KioskScreen, KioskScreenProps, NoticeLanguage, Tools, qr_drawing};
pub use notice_card::NoticeCard;
pub use notice_dialog::NoticeDialog;
pub use preferences::Preferences;
pub use returning::{Changed, ReturningLines};
pub use whole_notice::WholeNotice;
pub use why::{Why, WhyProps};
