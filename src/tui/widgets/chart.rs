//! Figures drawn in one line of text.

/// A bar a figure, the highest whole; nought is the foot of a bar that is not there.
pub fn sparkline(counts: impl Iterator<Item = u64>) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let counts: Vec<u64> = counts.collect();
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let bar = |count: &u64| match *count {
        0 => '·',
        count => {
            let place = usize::try_from((count * 8).div_ceil(most)).unwrap_or(8).clamp(1, 8);
            BARS.get(place - 1).copied().unwrap_or('█')
        }
    };
    counts.iter().map(bar).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn the_highest_is_whole_and_the_least_still_shows() {
        for (counts, drawn) in [
            (vec![], ""),
            (vec![0, 0], "··"),
            (vec![1, 2, 4, 8], "▁▂▄█"),
            (vec![1, 1_000_000], "▁█"),
            (vec![0, 3, 3], "·██"),
        ] {
            assert_eq!(sparkline(counts.clone().into_iter()), drawn, "{counts:?}");
        }
    }
}
