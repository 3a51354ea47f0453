//! Cities and countries by name.

use bot_reading::places::{Gazetteer, Place};

/// The likeliest place in words.
fn first(text: &str) -> String {
    match Gazetteer::embedded().find(text).first() {
        Some(Place::City(city)) => format!("{}, {} ({})", city.name, city.country, city.zone.name()),
        Some(Place::Country(country)) => country.name.to_owned(),
        None => "nowhere".to_owned(),
    }
}

#[test]
fn cities_are_found_by_any_of_their_names() {
    assert_eq!(first("Lisbon"), "Lisbon, PT (Europe/Lisbon)");
    assert_eq!(first("lisboa, pt"), "Lisbon, PT (Europe/Lisbon)");
    assert_eq!(first("Lisboa Portugal"), "Lisbon, PT (Europe/Lisbon)");
    assert_eq!(first("Berlin"), "Berlin, DE (Europe/Berlin)");
    assert_eq!(first("MÜNCHEN"), "Munich, DE (Europe/Berlin)");
    assert_eq!(first("Киев"), "Kyiv, UA (Europe/Kyiv)");
    assert_eq!(first("sao-paulo"), "São Paulo, BR (America/Sao_Paulo)");
    assert_eq!(first("Вологда"), "Vologda, RU (Europe/Moscow)");
    assert_eq!(first("深圳"), "Shenzhen, CN (Asia/Shanghai)");
    assert_eq!(first("Bamberg"), "Bamberg, DE (Europe/Berlin)");
}

#[test]
fn a_country_tells_namesakes_apart() {
    assert_eq!(first("Valencia, Venezuela"), "Valencia, VE (America/Caracas)");
    assert_eq!(first("London"), "London, GB (Europe/London)");
    assert_eq!(first("london, canada"), "London, CA (America/Toronto)");
    assert_eq!(first("Berlin, Portugal"), "nowhere");
}

#[test]
fn a_countrys_name_is_the_country() {
    assert_eq!(first("portugal"), "Portugal");
    assert_eq!(first("UK"), "United Kingdom");
    for spain in ["España", "Espanha", "Spanien", "Espagne", "Испания", "Іспанія", "西班牙"]
    {
        assert_eq!(first(spain), "Spain");
    }
    assert_eq!(first("Narnia"), "nowhere");
    assert_eq!(first(""), "nowhere");
}

#[test]
fn what_is_no_country_after_a_comma_is_passed_over() {
    assert_eq!(first("Portland, Oregon"), "Portland, US (America/Los_Angeles)");
}

#[test]
fn typing_completes_to_the_largest_city_and_forgives_a_slip() {
    let suggested = |partial| -> Vec<&str> {
        Gazetteer::embedded().suggest(partial, 3).into_iter().map(|city| city.name).collect()
    };
    assert_eq!(suggested("lis")[0], "Lisbon");
    assert_eq!(suggested("berl")[0], "Berlin");
    assert_eq!(suggested("Barcelonna")[0], "Barcelona");
}

#[test]
fn ids_and_capitals_find_their_city() {
    let gazetteer = Gazetteer::embedded();
    let capital =
        gazetteer.country("pt").and_then(|country| country.capital).expect("Portugal has a capital");
    assert_eq!(gazetteer.city(capital).map(|city| city.name), Some("Lisbon"));
}
