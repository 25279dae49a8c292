//! When a shared screen is wiped: nobody touched it for a while, the form went off, or somebody asked.
//!
//! Pure: the page tells what happened and what the time is ([`Kiosk::on`]), and does what it is told. The warning
//! before a wipe follows WCAG 2.2.1: 20 seconds at least, put off by one simple action, as often as one likes.

use std::time::Duration;

/// How long the screen counts down before a wipe (WCAG 2.2.1, "at least 20 seconds").
pub const COUNTDOWN: Duration = Duration::from_secs(20);

/// The shortest idle time that a tag may ask for, the countdown included: somebody must have time to read before it. The
/// browser has it in `www/deferred/options.js`.
pub const LEAST_IDLE: Duration = Duration::from_secs(30);

const _: () = assert!(LEAST_IDLE.as_secs() >= COUNTDOWN.as_secs() + 10);

/// How long a form that was sent is left alone before the warning: long enough to read what the host answers. A host
/// that knows better resets at once.
pub const AFTER_SENDING: Duration = Duration::from_secs(15);

/// The longest that something the visitor listens to holds the clock; what hangs must not keep a visitor's words on
/// the screen.
pub const LONGEST_WAIT: Duration = Duration::from_secs(300);

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Somebody touched, typed or scrolled.
    Touched,
    /// Somebody answered the warning: still here.
    Stays,
    /// The form was sent.
    Sent,
    /// Something goes on that needs no touch, such as reading aloud.
    Waits,
    /// What [`Event::Waits`] told of has ended.
    Waited,
    /// The page, or the visitor, asks for a fresh start.
    Reset,
    /// A tick of the clock.
    Passed,
}

/// What the page has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// All stays as it is.
    Nothing,
    /// A visit begins.
    Wake,
    /// Ask whether anybody is there.
    Warn,
    /// Take the question away.
    GoOn,
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
    quiet: Duration,
    stage: Stage,
}

impl Kiosk {
    /// A screen that is wiped after `idle` without a touch, the warning included.
    ///
    /// ```
    /// use std::time::Duration;
    /// use notice::kiosk::{Event, Kiosk, Step};
    /// let second = Duration::from_secs;
    /// let mut kiosk = Kiosk::new(second(60));
    /// assert_eq!(kiosk.on(Event::Touched, second(0)), Step::Wake);
    /// assert_eq!(kiosk.on(Event::Passed, second(40)), Step::Warn);
    /// assert_eq!(kiosk.on(Event::Passed, second(60)), Step::Wipe);
    /// ```
    #[must_use]
    pub fn new(idle: Duration) -> Self {
        Self {
            quiet: idle.saturating_sub(COUNTDOWN),
            stage: Stage::Resting,
        }
    }

    /// Takes in what happened.
    pub fn on(&mut self, event: Event, now: Duration) -> Step {
        let quiet = Stage::Active(now + self.quiet);
        let (stage, step) = match (self.stage, event) {
            (_, Event::Reset) => (Stage::Resting, Step::Wipe),
            // A machine that slept through the whole warning has nobody in front of it; who touches it now is the next.
            (Stage::Active(due) | Stage::Waiting(due), _) if now >= due + COUNTDOWN => {
                (Stage::Resting, Step::Wipe)
            }
            (Stage::Warning(due), Event::Stays | Event::Passed) if now >= due => {
                (Stage::Resting, Step::Wipe)
            }
            (Stage::Resting, Event::Touched | Event::Stays) => (quiet, Step::Wake),
            (Stage::Resting, Event::Waits) => (Stage::Waiting(now + LONGEST_WAIT), Step::Wake),
            (Stage::Resting, Event::Sent) => (self.sent(now), Step::Wake),
            (Stage::Active(_), Event::Touched | Event::Stays | Event::Waited) => {
                (quiet, Step::Nothing)
            }
            (Stage::Active(_) | Stage::Waiting(_), Event::Sent) => (self.sent(now), Step::Nothing),
            (Stage::Active(_), Event::Waits) => (Stage::Waiting(now + LONGEST_WAIT), Step::Nothing),
            (Stage::Waiting(_), Event::Waited) => (quiet, Step::Nothing),
            (Stage::Active(due) | Stage::Waiting(due), Event::Passed) if now >= due => {
                (Stage::Warning(now + COUNTDOWN), Step::Warn)
            }
            (Stage::Warning(_), Event::Stays) => (quiet, Step::GoOn),
            // A touch beside the button may be the next visitor's: only the button counts.
            (stage, _) => (stage, Step::Nothing),
        };
        self.stage = stage;
        step
    }

    fn sent(&self, now: Duration) -> Stage {
        Stage::Active(now + self.quiet.min(AFTER_SENDING))
    }

    /// Whether nobody is there: the moment for updates.
    #[must_use]
    pub fn rests(&self) -> bool {
        self.stage == Stage::Resting
    }

    /// How long until the wipe, while the warning stands.
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

    const EVENTS: [Event; 7] = [
        Event::Touched,
        Event::Stays,
        Event::Sent,
        Event::Waits,
        Event::Waited,
        Event::Reset,
        Event::Passed,
    ];

    fn s(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    /// A kiosk of 60 seconds after these events, each at its second.
    fn after(events: &[(Event, u64)]) -> (Kiosk, Vec<Step>) {
        let mut kiosk = Kiosk::new(s(60));
        let steps = events.iter().map(|&(event, at)| kiosk.on(event, s(at)));
        let steps = steps.collect();
        (kiosk, steps)
    }

    #[test]
    fn nobody_there_is_nothing_to_do() {
        let (kiosk, steps) = after(&[(Event::Passed, 10_000), (Event::Waited, 10_001)]);
        assert_eq!(steps, [Step::Nothing, Step::Nothing]);
        assert!(kiosk.rests());
    }

    #[test]
    fn a_visit_ends_with_a_warning_and_a_wipe() {
        let (mut kiosk, steps) = after(&[
            (Event::Touched, 5),
            (Event::Passed, 44),
            (Event::Passed, 45),
            (Event::Passed, 64),
            (Event::Passed, 65),
        ]);
        use Step::*;
        assert_eq!(steps, [Wake, Nothing, Warn, Nothing, Wipe]);
        assert!(kiosk.rests());
        assert_eq!(kiosk.on(Event::Passed, s(66)), Nothing, "once is enough");
    }

    #[test]
    fn every_touch_starts_the_clock_anew() {
        let mut kiosk = Kiosk::new(s(60));
        for at in (0..4000).step_by(39) {
            assert_ne!(kiosk.on(Event::Touched, s(at)), Step::Warn);
            assert_eq!(kiosk.on(Event::Passed, s(at + 39)), Step::Nothing, "{at}");
        }
    }

    #[test]
    fn the_warning_stands_for_twenty_seconds_however_short_the_idle_time_and_late_the_clock() {
        for idle in [0, 1, 20, 30, 60, 3600] {
            for late in 0..20 {
                let mut kiosk = Kiosk::new(s(idle));
                kiosk.on(Event::Touched, s(0));
                let shown = s(idle.saturating_sub(20) + late);
                assert_eq!(kiosk.on(Event::Passed, shown), Step::Warn);
                assert_eq!(kiosk.left(shown), Some(COUNTDOWN));
                let last = shown + COUNTDOWN - Duration::from_millis(1);
                assert_eq!(kiosk.on(Event::Passed, last), Step::Nothing);
                assert_eq!(kiosk.on(Event::Passed, shown + COUNTDOWN), Step::Wipe);
            }
        }
    }

    #[test]
    fn the_warning_can_be_put_off_without_end() {
        let mut kiosk = Kiosk::new(s(60));
        kiosk.on(Event::Touched, s(0));
        for round in 0..1000 {
            let at = 40 + round * 59;
            assert_eq!(kiosk.on(Event::Passed, s(at)), Step::Warn);
            assert_eq!(kiosk.on(Event::Stays, s(at + 19)), Step::GoOn);
        }
    }

    #[test]
    fn a_touch_beside_the_warning_is_no_answer() {
        for event in [Event::Touched, Event::Sent, Event::Waits, Event::Waited] {
            let (mut kiosk, _) = after(&[(Event::Touched, 0), (Event::Passed, 40)]);
            assert_eq!(kiosk.on(event, s(50)), Step::Nothing);
            assert_eq!(kiosk.left(s(50)), Some(s(10)));
            assert_eq!(kiosk.on(Event::Passed, s(60)), Step::Wipe);
        }
    }

    #[test]
    fn a_form_that_went_off_is_wiped_sooner_unless_somebody_goes_on() {
        let (mut kiosk, steps) = after(&[
            (Event::Touched, 0),
            (Event::Sent, 30),
            (Event::Passed, 44),
            (Event::Passed, 45),
        ]);
        assert_eq!(steps[2..], [Step::Nothing, Step::Warn]);
        assert_eq!(kiosk.on(Event::Passed, s(65)), Step::Wipe);

        let (mut kiosk, _) = after(&[(Event::Touched, 0), (Event::Sent, 30), (Event::Touched, 32)]);
        assert_eq!(
            kiosk.on(Event::Passed, s(71)),
            Step::Nothing,
            "a mistake is mended"
        );
        assert_eq!(kiosk.on(Event::Passed, s(72)), Step::Warn);

        let (kiosk, steps) = after(&[(Event::Sent, 0)]);
        assert_eq!(steps, [Step::Wake], "by script, without a touch");
        assert!(!kiosk.rests());
    }

    #[test]
    fn whoever_listens_is_not_hurried_and_what_hangs_is_not_waited_for() {
        let (mut kiosk, steps) = after(&[
            (Event::Touched, 0),
            (Event::Waits, 5),
            (Event::Passed, 200),
            (Event::Touched, 201),
            (Event::Passed, 300),
            (Event::Waited, 301),
            (Event::Passed, 340),
        ]);
        assert_eq!(steps[2..], [Step::Nothing; 5]);
        assert_eq!(kiosk.on(Event::Passed, s(341)), Step::Warn);

        let (mut kiosk, _) = after(&[(Event::Waits, 0), (Event::Passed, 299)]);
        assert_eq!(kiosk.on(Event::Passed, s(300)), Step::Warn);
        let (mut kiosk, _) = after(&[(Event::Waits, 0), (Event::Sent, 10)]);
        assert_eq!(kiosk.on(Event::Passed, s(25)), Step::Warn);
    }

    #[test]
    fn a_machine_that_slept_wakes_up_wiped() {
        // Whatever comes first: the clock, or the hand of the next visitor.
        for first in EVENTS {
            let ways: [&[(Event, u64)]; 3] = [
                &[(Event::Touched, 0)],
                &[(Event::Waits, 0)],
                &[(Event::Sent, 0)],
            ];
            for way in ways {
                let (mut kiosk, _) = after(way);
                assert_eq!(kiosk.on(first, s(28_800)), Step::Wipe, "{first:?} {way:?}");
                assert!(kiosk.rests());
            }
        }
        for first in [Event::Stays, Event::Passed, Event::Reset] {
            let (mut kiosk, _) = after(&[(Event::Touched, 0), (Event::Passed, 40)]);
            assert_eq!(kiosk.on(first, s(28_800)), Step::Wipe, "{first:?}");
        }
    }

    #[test]
    fn a_reset_wipes_from_everywhere() {
        let ways: [&[(Event, u64)]; 5] = [
            &[],
            &[(Event::Touched, 0)],
            &[(Event::Waits, 0)],
            &[(Event::Sent, 0)],
            &[(Event::Touched, 0), (Event::Passed, 40)],
        ];
        for way in ways {
            let (mut kiosk, _) = after(way);
            assert_eq!(kiosk.on(Event::Reset, s(41)), Step::Wipe, "{way:?}");
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
                Step::Warn => warned = Some(now),
                Step::Wipe if event != Event::Reset => {
                    assert_eq!(warned.take(), Some(now - COUNTDOWN), "{order}");
                }
                Step::GoOn | Step::Wipe => warned = None,
                Step::Nothing | Step::Wake => {}
            };
            let mut left = order;
            for _ in 0..3 {
                let (event, silence) = (EVENTS[left % 7], if left / 7 % 2 == 0 { 1 } else { 39 });
                left /= 14;
                for _ in 0..silence {
                    now += s(1);
                    take(&mut kiosk, Event::Passed, now);
                }
                take(&mut kiosk, event, now);
            }
            for _ in 0..400 {
                now += s(1);
                take(&mut kiosk, Event::Passed, now);
            }
            assert!(kiosk.rests(), "{order}");
        }
    }
}
