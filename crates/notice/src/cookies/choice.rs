//! What is ticked, as the ids of a record.

/// A box of the preferences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Of a category or a service.
    pub id: String,
    /// A service's category.
    pub of: Option<String>,
    /// Whether it is ticked.
    pub on: bool,
}

/// How a category with services stands, by what is ticked of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// No service is ticked.
    None,
    /// Some are, and some are not.
    Some,
    /// Every service is ticked.
    All,
}

/// Says what is ticked of the services of a category; nothing when it has none.
#[must_use]
pub fn share(ticks: &[Tick], category: &str) -> Option<Share> {
    let mut services = ticks
        .iter()
        .filter(|tick| tick.of.as_deref() == Some(category))
        .peekable();
    services.peek()?;
    let (mut on, mut off) = (false, false);
    for tick in services {
        on |= tick.on;
        off |= !tick.on;
    }
    Some(match (on, off) {
        (true, true) => Share::Some,
        (true, false) => Share::All,
        _ => Share::None,
    })
}

/// Lists the places of the ticks that a record names: a category whose services are all ticked, otherwise those services.
#[must_use]
pub fn granted(ticks: &[Tick]) -> Vec<usize> {
    let whole = |id: &str| share(ticks, id) == Some(Share::All);
    let named = |tick: &Tick| match &tick.of {
        Some(category) => tick.on && !whole(category),
        // The services decide, so that nothing more than what is ticked can be granted.
        None => share(ticks, &tick.id).map_or(tick.on, |share| share == Share::All),
    };
    (0..ticks.len()).filter(|&at| named(&ticks[at])).collect()
}

// Where proptest can draw its seeds.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Makes some categories, each with up to three services.
    fn boxes() -> impl Strategy<Value = Vec<Tick>> {
        let category = (any::<bool>(), prop::collection::vec(any::<bool>(), 0..4));
        prop::collection::vec(category, 0..5).prop_map(|categories| {
            let mut ticks = Vec::new();
            for (at, (on, services)) in categories.into_iter().enumerate() {
                let (id, of) = (format!("c{at}"), None);
                ticks.push(Tick { id, of, on });
                for (number, on) in services.into_iter().enumerate() {
                    let (id, of) = (format!("c{at}s{number}"), Some(format!("c{at}")));
                    ticks.push(Tick { id, of, on });
                }
            }
            ticks
        })
    }

    proptest! {
        #[test]
        fn exactly_what_is_ticked_is_granted(ticks in boxes()) {
            let ids: Vec<_> = granted(&ticks).into_iter().map(|at| ticks[at].id.as_str()).collect();
            for tick in &ticks {
                let allowed = ids.contains(&tick.id.as_str())
                    || tick.of.as_deref().is_some_and(|category| ids.contains(&category));
                let ticked = match share(&ticks, &tick.id) {
                    Some(share) => share == Share::All,
                    None => tick.on,
                };
                prop_assert_eq!(allowed, ticked, "{:?} of {:?}", tick, ticks);
            }
        }

        #[test]
        fn nothing_is_named_twice(ticks in boxes()) {
            let named = granted(&ticks);
            for &at in &named {
                let of = ticks[at].of.as_deref();
                prop_assert!(!named.iter().any(|&other| Some(ticks[other].id.as_str()) == of));
            }
        }
    }

    #[test]
    fn a_category_stands_for_its_services_when_all_are_ticked() {
        let tick = |id: &str, of: Option<&str>, on| Tick {
            id: id.into(),
            of: of.map(str::to_owned),
            on,
        };
        let mut ticks = vec![
            tick("analytics", None, true),
            tick("media", None, false),
            tick("map", Some("media"), true),
            tick("film", Some("media"), false),
        ];
        assert_eq!(share(&ticks, "media"), Some(Share::Some));
        assert_eq!(granted(&ticks), [0, 2]);
        ticks[3].on = true;
        assert_eq!(granted(&ticks), [0, 1]);
        assert_eq!(share(&ticks, "analytics"), None);
    }
}
