//! When a shared screen is wiped: nobody touched it for a while, the form went off, or somebody asked.
//!
//! Pure: the page tells what happened and what the time is ([`Kiosk::on`]), and does what it is told. The warning
//! before a wipe follows WCAG 2.2.1: 20 seconds at least, put off by one simple action, as often as one likes.

use std::time::Duration;

/// How long the screen counts down before a wipe (WCAG 2.2.1, "at least 20 seconds").
pub const COUNTDOWN: Duration = Duration::from_secs(20);

/// The shortest idle time that a tag may ask for: ten seconds to read in, and the countdown. The build puts it into
/// `www/deferred/options.js`; `crates/publish/src/serve/start.html` has it too, which a test holds to this.
pub const LEAST_IDLE: Duration = Duration::from_secs(COUNTDOWN.as_secs() + 10);

/// How long a form that was sent is left alone before the warning: long enough to read what the host answers. A host
/// that knows better resets at once.
pub const AFTER_SENDING: Duration = Duration::from_secs(15);

/// The longest that something the visitor listens to holds the clock; what hangs must not keep a visitor's words on
/// the screen.
pub const LONGEST_WAIT: Duration = Duration::from_secs(300);

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KioskEvent {
    /// Somebody touched, typed or scrolled.
    Touched,
    /// Somebody answered the warning: still here.
    StillHere,
    /// The form was sent.
    Sent,
    /// Something goes on that needs no touch, such as reading aloud.
    BusyBegan,
    /// What [`KioskEvent::BusyBegan`] told of has ended.
    BusyEnded,
    /// The page, or the visitor, asks for a fresh start.
    Reset,
    /// A tick of the clock.
    Tick,
}

/// What the page has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KioskAction {
    /// All stays as it is.
    Nothing,
    /// A visit begins.
    Wake,
    /// Warn of the wipe, and ask whether anybody is there.
    Warn,
    /// Take the warning away.
    DismissWarning,
    /// Wipe everything, for the next person.
    Wipe,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Resting,
    /// The warning is due then.
    Active(Duration),
    /// The clock is held until then at the latest.
    Waiting(Duration),
    /// The wipe is due then.
    Warning(Duration),
}

/// A shared screen. Every `now` is the time since one fixed moment, and never goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kiosk {
    /// How long nobody may touch the screen before the warning.
    before_warning: Duration,
    stage: Stage,
}

impl Kiosk {
    /// Makes a screen that is wiped after `idle` without a touch, the warning included.
    ///
    /// ```
    /// use std::time::Duration;
    /// use notice::kiosk::{Kiosk, KioskAction, KioskEvent};
    /// let second = Duration::from_secs;
    /// let mut kiosk = Kiosk::new(second(60));
    /// assert_eq!(kiosk.on(KioskEvent::Touched, second(0)), KioskAction::Wake);
    /// assert_eq!(kiosk.on(KioskEvent::Tick, second(40)), KioskAction::Warn);
    /// assert_eq!(kiosk.on(KioskEvent::Tick, second(60)), KioskAction::Wipe);
    /// ```
    #[must_use]
    pub fn new(idle: Duration) -> Self {
        Self {
            before_warning: idle.saturating_sub(COUNTDOWN),
            stage: Stage::Resting,
        }
    }

    /// Advances the kiosk and returns what the page must do.
    pub fn on(&mut self, event: KioskEvent, now: Duration) -> KioskAction {
        let active = Stage::Active(now + self.before_warning);
        let (stage, step) = match (self.stage, event) {
            (_, KioskEvent::Reset) => (Stage::Resting, KioskAction::Wipe),
            // A machine that slept through the whole warning has nobody in front of it; who touches it now is the next.
            (Stage::Active(due) | Stage::Waiting(due), _) if now >= due + COUNTDOWN => {
                (Stage::Resting, KioskAction::Wipe)
            }
            (Stage::Warning(due), KioskEvent::StillHere | KioskEvent::Tick) if now >= due => {
                (Stage::Resting, KioskAction::Wipe)
            }
            (Stage::Resting, KioskEvent::Touched | KioskEvent::StillHere) => {
                (active, KioskAction::Wake)
            }
            (Stage::Resting, KioskEvent::BusyBegan) => {
                (Stage::Waiting(now + LONGEST_WAIT), KioskAction::Wake)
            }
            (Stage::Resting, KioskEvent::Sent) => (self.sent(now), KioskAction::Wake),
            (
                Stage::Active(_),
                KioskEvent::Touched | KioskEvent::StillHere | KioskEvent::BusyEnded,
            ) => (active, KioskAction::Nothing),
            (Stage::Active(_) | Stage::Waiting(_), KioskEvent::Sent) => {
                (self.sent(now), KioskAction::Nothing)
            }
            (Stage::Active(_), KioskEvent::BusyBegan) => {
                (Stage::Waiting(now + LONGEST_WAIT), KioskAction::Nothing)
            }
            (Stage::Waiting(_), KioskEvent::BusyEnded) => (active, KioskAction::Nothing),
            (Stage::Active(due) | Stage::Waiting(due), KioskEvent::Tick) if now >= due => {
                (Stage::Warning(now + COUNTDOWN), KioskAction::Warn)
            }
            (Stage::Warning(_), KioskEvent::StillHere) => (active, KioskAction::DismissWarning),
            // A touch beside the button may be the next visitor's: only the button counts.
            (stage, _) => (stage, KioskAction::Nothing),
        };
        self.stage = stage;
        step
    }

    fn sent(&self, now: Duration) -> Stage {
        Stage::Active(now + self.before_warning.min(AFTER_SENDING))
    }

    /// Says whether nobody is there: the moment for updates.
    #[must_use]
    pub fn rests(&self) -> bool {
        self.stage == Stage::Resting
    }

    /// Says how long it is until the wipe, while the warning stands.
    #[must_use]
    pub fn left(&self, now: Duration) -> Option<Duration> {
        match self.stage {
            Stage::Warning(due) => Some(due.saturating_sub(now)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    const EVENTS: [KioskEvent; 7] = [
        KioskEvent::Touched,
        KioskEvent::StillHere,
        KioskEvent::Sent,
        KioskEvent::BusyBegan,
        KioskEvent::BusyEnded,
        KioskEvent::Reset,
        KioskEvent::Tick,
    ];

    fn s(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    /// Makes a kiosk of 60 seconds after these events, each at its second.
    fn after(events: &[(KioskEvent, u64)]) -> (Kiosk, Vec<KioskAction>) {
        let mut kiosk = Kiosk::new(s(60));
        let steps = events.iter().map(|&(event, at)| kiosk.on(event, s(at)));
        let steps = steps.collect();
        (kiosk, steps)
    }

    #[test]
    fn nobody_there_is_nothing_to_do() {
        let (kiosk, steps) = after(&[(KioskEvent::Tick, 10_000), (KioskEvent::BusyEnded, 10_001)]);
        assert_eq!(steps, [KioskAction::Nothing, KioskAction::Nothing]);
        assert!(kiosk.rests());
    }

    #[test]
    fn a_visit_ends_with_a_warning_and_a_wipe() {
        let (mut kiosk, steps) = after(&[
            (KioskEvent::Touched, 5),
            (KioskEvent::Tick, 44),
            (KioskEvent::Tick, 45),
            (KioskEvent::Tick, 64),
            (KioskEvent::Tick, 65),
        ]);
        use KioskAction::*;
        assert_eq!(steps, [Wake, Nothing, Warn, Nothing, Wipe]);
        assert!(kiosk.rests());
        assert_eq!(kiosk.on(KioskEvent::Tick, s(66)), Nothing, "once is enough");
    }

    #[test]
    fn every_touch_starts_the_clock_anew() {
        let mut kiosk = Kiosk::new(s(60));
        for at in (0..4000).step_by(39) {
            assert_ne!(kiosk.on(KioskEvent::Touched, s(at)), KioskAction::Warn);
            assert_eq!(
                kiosk.on(KioskEvent::Tick, s(at + 39)),
                KioskAction::Nothing,
                "{at}"
            );
        }
    }

    #[test]
    fn the_warning_stands_for_twenty_seconds_however_short_the_idle_time_and_late_the_clock() {
        for idle in [0, 1, 20, 30, 60, 3600] {
            for late in 0..20 {
                let mut kiosk = Kiosk::new(s(idle));
                kiosk.on(KioskEvent::Touched, s(0));
                let shown = s(idle.saturating_sub(20) + late);
                assert_eq!(kiosk.on(KioskEvent::Tick, shown), KioskAction::Warn);
                assert_eq!(kiosk.left(shown), Some(COUNTDOWN));
                let last = shown + COUNTDOWN - Duration::from_millis(1);
                assert_eq!(kiosk.on(KioskEvent::Tick, last), KioskAction::Nothing);
                assert_eq!(
                    kiosk.on(KioskEvent::Tick, shown + COUNTDOWN),
                    KioskAction::Wipe
                );
            }
        }
    }

    #[test]
    fn the_warning_can_be_put_off_without_end() {
        let mut kiosk = Kiosk::new(s(60));
        kiosk.on(KioskEvent::Touched, s(0));
        for round in 0..1000 {
            let at = 40 + round * 59;
            assert_eq!(kiosk.on(KioskEvent::Tick, s(at)), KioskAction::Warn);
            assert_eq!(
                kiosk.on(KioskEvent::StillHere, s(at + 19)),
                KioskAction::DismissWarning
            );
        }
    }

    #[test]
    fn a_touch_beside_the_warning_is_no_answer() {
        for event in [
            KioskEvent::Touched,
            KioskEvent::Sent,
            KioskEvent::BusyBegan,
            KioskEvent::BusyEnded,
        ] {
            let (mut kiosk, _) = after(&[(KioskEvent::Touched, 0), (KioskEvent::Tick, 40)]);
            assert_eq!(kiosk.on(event, s(50)), KioskAction::Nothing);
            assert_eq!(kiosk.left(s(50)), Some(s(10)));
            assert_eq!(kiosk.on(KioskEvent::Tick, s(60)), KioskAction::Wipe);
        }
    }

    #[test]
    fn a_form_that_went_off_is_wiped_sooner_unless_somebody_goes_on() {
        let (mut kiosk, steps) = after(&[
            (KioskEvent::Touched, 0),
            (KioskEvent::Sent, 30),
            (KioskEvent::Tick, 44),
            (KioskEvent::Tick, 45),
        ]);
        assert_eq!(steps[2..], [KioskAction::Nothing, KioskAction::Warn]);
        assert_eq!(kiosk.on(KioskEvent::Tick, s(65)), KioskAction::Wipe);

        let (mut kiosk, _) = after(&[
            (KioskEvent::Touched, 0),
            (KioskEvent::Sent, 30),
            (KioskEvent::Touched, 32),
        ]);
        assert_eq!(
            kiosk.on(KioskEvent::Tick, s(71)),
            KioskAction::Nothing,
            "a mistake is mended"
        );
        assert_eq!(kiosk.on(KioskEvent::Tick, s(72)), KioskAction::Warn);

        let (kiosk, steps) = after(&[(KioskEvent::Sent, 0)]);
        assert_eq!(steps, [KioskAction::Wake], "by script, without a touch");
        assert!(!kiosk.rests());
    }

    #[test]
    fn whoever_listens_is_not_hurried_and_what_hangs_is_not_waited_for() {
        let (mut kiosk, steps) = after(&[
            (KioskEvent::Touched, 0),
            (KioskEvent::BusyBegan, 5),
            (KioskEvent::Tick, 200),
            (KioskEvent::Touched, 201),
            (KioskEvent::Tick, 300),
            (KioskEvent::BusyEnded, 301),
            (KioskEvent::Tick, 340),
        ]);
        assert_eq!(steps[2..], [KioskAction::Nothing; 5]);
        assert_eq!(kiosk.on(KioskEvent::Tick, s(341)), KioskAction::Warn);

        let (mut kiosk, _) = after(&[(KioskEvent::BusyBegan, 0), (KioskEvent::Tick, 299)]);
        assert_eq!(kiosk.on(KioskEvent::Tick, s(300)), KioskAction::Warn);
        let (mut kiosk, _) = after(&[(KioskEvent::BusyBegan, 0), (KioskEvent::Sent, 10)]);
        assert_eq!(kiosk.on(KioskEvent::Tick, s(25)), KioskAction::Warn);
    }

    #[test]
    fn a_machine_that_slept_wakes_up_wiped() {
        // Whatever comes first: the clock, or the hand of the next visitor.
        for first in EVENTS {
            let ways: [&[(KioskEvent, u64)]; 3] = [
                &[(KioskEvent::Touched, 0)],
                &[(KioskEvent::BusyBegan, 0)],
                &[(KioskEvent::Sent, 0)],
            ];
            for way in ways {
                let (mut kiosk, _) = after(way);
                assert_eq!(
                    kiosk.on(first, s(28_800)),
                    KioskAction::Wipe,
                    "{first:?} {way:?}"
                );
                assert!(kiosk.rests());
            }
        }
        for first in [KioskEvent::StillHere, KioskEvent::Tick, KioskEvent::Reset] {
            let (mut kiosk, _) = after(&[(KioskEvent::Touched, 0), (KioskEvent::Tick, 40)]);
            assert_eq!(kiosk.on(first, s(28_800)), KioskAction::Wipe, "{first:?}");
        }
    }

    #[test]
    fn a_reset_wipes_from_everywhere() {
        let ways: [&[(KioskEvent, u64)]; 5] = [
            &[],
            &[(KioskEvent::Touched, 0)],
            &[(KioskEvent::BusyBegan, 0)],
            &[(KioskEvent::Sent, 0)],
            &[(KioskEvent::Touched, 0), (KioskEvent::Tick, 40)],
        ];
        for way in ways {
            let (mut kiosk, _) = after(way);
            assert_eq!(
                kiosk.on(KioskEvent::Reset, s(41)),
                KioskAction::Wipe,
                "{way:?}"
            );
            assert!(kiosk.rests());
            assert_eq!(kiosk.left(s(41)), None);
        }
    }

    /// Every order of three events, with short and long silences, under a clock that ticks every second: minutes later
    /// the screen is wiped, and no wipe but an asked-for one came without its warning.
    #[test]
    fn whatever_happens_the_screen_is_wiped_in_the_end_and_never_unannounced() {
        for order in 0..14usize.pow(3) {
            let (mut kiosk, mut now, mut warned) = (Kiosk::new(s(60)), s(0), None);
            let mut take = |kiosk: &mut Kiosk, event, now| match kiosk.on(event, now) {
                KioskAction::Warn => warned = Some(now),
                KioskAction::Wipe if event != KioskEvent::Reset => {
                    assert_eq!(warned.take(), Some(now - COUNTDOWN), "{order}");
                }
                KioskAction::DismissWarning | KioskAction::Wipe => warned = None,
                KioskAction::Nothing | KioskAction::Wake => {}
            };
            let mut left = order;
            for _ in 0..3 {
                let (event, silence) = (EVENTS[left % 7], if left / 7 % 2 == 0 { 1 } else { 39 });
                left /= 14;
                for _ in 0..silence {
                    now += s(1);
                    take(&mut kiosk, KioskEvent::Tick, now);
                }
                take(&mut kiosk, event, now);
            }
            for _ in 0..400 {
                now += s(1);
                take(&mut kiosk, KioskEvent::Tick, now);
            }
            assert!(kiosk.rests(), "{order}");
        }
    }
}
