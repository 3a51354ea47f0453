//! Who fits a request, and why: veto, score and reasons over dense numbers.
