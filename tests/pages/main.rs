//! Whole pages in three engines: the release `dist/`, served as a static host would, driven as a person would.
//!
//! `COUNCIL_NOTICE_DIST` names the folder under test (default `dist`); `SHOTS` a folder for pictures instead.

mod accessibility;
mod address;
mod another_host;
mod audit;
mod banner;
mod bar_include;
mod consent_mode;
mod containers;
mod cookies;
mod copied;
mod damaged;
mod elements;
mod failures;
mod faults;
mod foreign;
mod foreign_phone;
mod foreign_tools;
mod foreign_ways;
mod form;
mod forms;
mod frames;
mod gated;
mod harness;
mod hosts;
mod include_versions;
mod includes;
mod jar;
mod keyboard;
mod kiosk;
mod kiosk_access;
mod kiosk_asleep;
mod kiosk_day;
mod kiosk_late;
mod kiosk_offline;
mod kiosk_residue;
mod kiosk_ways;
mod languages;
mod large;
mod libraries;
mod live;
mod loaders;
mod looks;
mod marks;
mod notice;
mod odd;
mod partner;
mod peers;
mod policies;
mod preferences;
mod preview;
mod preview_tag;
mod printing;
mod receipt;
mod records;
mod register;
mod release;
mod releases;
mod room;
mod secure;
mod seen;
#[path = "server/mod.rs"]
mod server;
mod shapes;
mod shots;
mod soak;
mod strange;
mod surface;
mod tabs;
mod tag;
mod visits;
mod waiting;
mod wcag;
mod withdrawal;
mod written;

use std::process::ExitCode;

fn main() -> ExitCode {
    if std::env::var_os("SHOTS").is_some() {
        return harness::run(&[shots::ALL], &[]);
    }
    // What `make full` tries beside the rest.
    let full = harness::full();
    harness::run(
        &[
            notice::ALL,
            address::ALL,
            include_versions::ALL,
            includes::ALL,
            seen::ALL,
            releases::ALL,
            preview::ALL,
            preview_tag::ALL,
            printing::ALL,
            secure::ALL,
            banner::ALL,
            room::ALL,
            bar_include::ALL,
            cookies::ALL,
            preferences::ALL,
            receipt::ALL,
            gated::ALL,
            frames::ALL,
            waiting::ALL,
            written::ALL,
            marks::ALL,
            withdrawal::ALL,
            tabs::ALL,
            visits::ALL,
            records::ALL,
            jar::ALL,
            partner::ALL,
            another_host::ALL,
            peers::ALL,
            policies::ALL,
            consent_mode::ALL,
            failures::ALL,
            faults::ALL,
            libraries::ALL,
            strange::ALL,
            damaged::ALL,
            large::ALL,
            live::ALL,
            copied::ALL,
            foreign::ALL,
            foreign_ways::ALL,
            foreign_tools::ALL,
            form::ALL,
            containers::ALL,
            forms::SENT,
            forms::SHAPED,
            forms::FILLED,
            keyboard::ALL,
            languages::ALL,
            kiosk::ALL,
            kiosk_access::ALL,
            kiosk_asleep::ALL,
            kiosk_day::ALL,
            kiosk_late::ALL,
            kiosk_offline::ALL,
            kiosk_residue::ALL,
            kiosk_ways::ALL,
            elements::ALL,
            surface::ALL,
            tag::ALL,
            loaders::ALL,
            accessibility::ALL,
            wcag::ALL,
            register::ALL,
            audit::ALL,
            shapes::ALL,
            odd::ALL,
            looks::ALL,
            hosts::DESIGN,
            hosts::DRAWN,
            hosts::NGINX,
            if full { foreign_phone::ALL } else { &[] },
            if full { soak::ALL } else { &[] },
            if full { hosts::FULL } else { &[] },
            if full { hosts::WORDPRESS } else { &[] },
        ],
        &[("surface::files", surface::files)],
    )
}
