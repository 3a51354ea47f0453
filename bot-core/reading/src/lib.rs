//! What members write, read into skills, places, money and dates.
