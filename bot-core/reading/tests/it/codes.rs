//! Languages and currencies by what people call them.

use bot_reading::codes::Codes;
use iso_currency::Currency;

#[test]
fn a_language_has_many_names() {
    for written in ["de", "German", "DEUTSCH", "alemán", "немецкий", "німецька", "德语", "allemand"]
    {
        assert_eq!(Codes::languages().find(written).map(|found| found.code), Some("de"), "{written}");
    }
    assert_eq!(Codes::languages().find("uk").map(|found| found.own), Some("українська"));
    assert_eq!(Codes::languages().find("Klingon"), None);
    assert!(Codes::languages().all().len() >= 140);
}

#[test]
fn a_currency_has_many_names() {
    for written in ["pln", "Polish Zloty", "польских злотых", "波兰兹罗提", "Polnische Złoty"]
    {
        assert_eq!(Codes::currencies().find(written).map(|found| found.code), Some("PLN"), "{written}");
    }
    assert_eq!(Codes::currencies().find("galleons"), None);
}

#[test]
fn every_currency_is_one_of_iso_4217_that_people_pay_with() {
    for found in Codes::currencies().all() {
        let known = Currency::from_code(found.code).expect(found.code);
        assert!(!known.is_fund() && !known.is_special(), "{}", found.code);
        assert!(known.exponent().is_some(), "{}", found.code);
    }
}

#[test]
fn typing_completes_and_the_exact_code_comes_first() {
    let suggested = |partial| -> Vec<&str> {
        Codes::languages().suggest(partial, 3).into_iter().map(|found| found.name).collect()
    };
    assert_eq!(suggested("it")[0], "Italian");
    assert_eq!(suggested("укра")[0], "Ukrainian");
    assert_eq!(suggested("")[0], "English");
    assert_eq!(Codes::currencies().suggest("swiss", 3)[0].code, "CHF");
}

#[test]
fn a_table_with_a_mistake_says_where() {
    let mistake = |table| Codes::parse(table).err().map(|error| error.to_string());
    assert_eq!(mistake("aa\tA\tA\t"), None);
    assert_eq!(mistake("aa\tA\tA\t\naa\tB\tB\t").as_deref(), Some("line 2: the code aa is taken"));
    assert_eq!(mistake("aa\tSame\tA\t\nbb\tB\tB\tsame").as_deref(), Some("line 2: same is already aa"));
}
