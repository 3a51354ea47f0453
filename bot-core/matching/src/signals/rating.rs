//! Reviews: a Bayesian mean, so that one review is no verdict.

use crate::{Evidence, Rating};

/// Stars assumed of somebody without reviews: about the average of markets like this, so that newcomers start level.
pub const PRIOR_MEAN: f64 = 4.5;
/// How many reviews that assumption is worth.
pub const PRIOR_COUNT: f64 = 5.0;

/// Value 0 to 1 and the mean behind it.
///
/// `mean = (C·m + Σ stars) / (C + n)`, the Bayesian average with prior mean `m` worth `C` observations
/// (en.wikipedia.org/wiki/Bayesian_average; the same shape as IMDb's published weighted rating, v/(v+m)·R + m/(v+m)·C).
pub(crate) fn weigh(rating: Rating) -> (f64, Evidence) {
    let reviews = rating.count;
    let mean = (PRIOR_COUNT * PRIOR_MEAN + f64::from(rating.sum)) / (PRIOR_COUNT + f64::from(reviews));
    let mean = mean.clamp(1.0, 5.0);
    ((mean - 1.0) / 4.0, Evidence::Rating { mean, sum: rating.sum, reviews })
}
