//! Whole pages in three engines: the release `dist/`, served as a static host would, driven as a person would.
//!
//! `COUNCIL_NOTICE_DIST` names the folder under test (default `dist`); `SHOTS` a folder for pictures instead.

mod accessibility;
mod address;
mod audit;
mod banner;
mod consent_mode;
mod cookies;
mod elements;
mod failures;
mod form;
mod forms;
mod frames;
mod gated;
mod harness;
mod keyboard;
mod kiosk;
mod kiosk_access;
mod kiosk_day;
mod kiosk_late;
mod kiosk_offline;
mod kiosk_residue;
mod languages;
mod live;
mod notice;
mod peers;
mod policies;
mod preferences;
mod receipt;
mod records;
mod register;
mod secure;
mod seen;
#[path = "server/mod.rs"]
mod server;
mod shots;
mod surface;
mod tabs;
mod tag;
mod visits;
mod wcag;
mod withdrawal;

use std::process::ExitCode;

fn main() -> ExitCode {
    if std::env::var_os("SHOTS").is_some() {
        return harness::run(&[shots::ALL], &[]);
    }
    harness::run(
        &[
            notice::ALL,
            address::ALL,
            seen::ALL,
            secure::ALL,
            banner::ALL,
            cookies::ALL,
            preferences::ALL,
            receipt::ALL,
            gated::ALL,
            frames::ALL,
            withdrawal::ALL,
            tabs::ALL,
            visits::ALL,
            records::ALL,
            peers::ALL,
            policies::ALL,
            consent_mode::ALL,
            failures::ALL,
            live::ALL,
            form::ALL,
            forms::SENT,
            forms::SHAPED,
            forms::FILLED,
            keyboard::ALL,
            languages::ALL,
            kiosk::ALL,
            kiosk_access::ALL,
            kiosk_day::ALL,
            kiosk_late::ALL,
            kiosk_offline::ALL,
            kiosk_residue::ALL,
            elements::ALL,
            surface::ALL,
            tag::ALL,
            accessibility::ALL,
            wcag::ALL,
            register::ALL,
            audit::ALL,
        ],
        &[("surface::files", surface::files)],
    )
}
