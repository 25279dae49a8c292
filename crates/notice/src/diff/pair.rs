//! Which item of one list is which of the other.

/// Two lists, item by item.
pub(super) struct Pairs<'a, T> {
    /// In the order of the newer list.
    pub both: Vec<(&'a T, &'a T)>,
    pub removed: Vec<&'a T>,
    pub added: Vec<&'a T>,
}

/// Less than this is a coincidence.
const LEAST: f64 = 0.5;

/// Pairs equal items first, then those that are most alike: `likeness` is from 0 (never the same item) to 1.
pub(super) fn pair<'a, T: PartialEq>(
    old: &'a [T],
    new: &'a [T],
    likeness: impl Fn(&T, &T) -> f64,
) -> Pairs<'a, T> {
    let mut removed: Vec<usize> = (0..old.len()).collect();
    let mut found: Vec<Option<usize>> = vec![None; new.len()];
    for (now, item) in new.iter().enumerate() {
        if let Some(at) = removed.iter().position(|&was| old[was] == *item) {
            found[now] = Some(removed.remove(at));
        }
    }
    let mut alike: Vec<(f64, usize, usize)> = Vec::new();
    for &was in &removed {
        for (now, item) in new.iter().enumerate() {
            if found[now].is_none() {
                alike.push((likeness(&old[was], item), was, now));
            }
        }
    }
    // Stable: of equals, those that stand first.
    alike.sort_by(|one, two| two.0.total_cmp(&one.0));
    for (score, was, now) in alike {
        if score >= LEAST && found[now].is_none() && removed.contains(&was) {
            found[now] = Some(was);
            removed.retain(|&other| other != was);
        }
    }
    let twin = |now: usize| found[now].map(|was| (&old[was], &new[now]));
    Pairs {
        both: (0..new.len()).filter_map(twin).collect(),
        removed: removed.into_iter().map(|was| &old[was]).collect(),
        added: (0..new.len())
            .filter(|&now| found[now].is_none())
            .map(|now| &new[now])
            .collect(),
    }
}
