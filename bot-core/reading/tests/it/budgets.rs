//! Budgets and rates as people write them.

use bot_reading::{
    codes::Codes,
    money::{Budget, Currency, Per, Price, Refusal, read},
};

/// Read by a member whose own currency is the euro: "min-max CUR per", in minor units.
fn budget(text: &str) -> String {
    worded(text, Some(Currency::EUR))
}

fn worded(text: &str, usual: Option<Currency>) -> String {
    let end = |minor: Option<i64>| minor.map_or_else(String::new, |minor| minor.to_string());
    match read(text, usual).map(|read| read.value) {
        Ok(Budget::Unknown) => "unknown".to_owned(),
        Ok(Budget::Stated(Price { min, max, currency, per })) => {
            format!("{}-{} {} {per:?}", end(min), end(max), currency.code())
        }
        Err(refused) => format!("{:?} in {:?}", refused.value, refused.span.of(text)),
    }
}

#[test]
fn ranges_and_single_amounts() {
    assert_eq!(budget("800-1200 EUR fixed"), "80000-120000 EUR Fixed");
    assert_eq!(budget("800–1200 €"), "80000-120000 EUR Fixed");
    assert_eq!(budget("€800 – €1,200"), "80000-120000 EUR Fixed");
    assert_eq!(budget("between 800 and 1200 eur"), "80000-120000 EUR Fixed");
    assert_eq!(budget("from 800 to 1200"), "80000-120000 EUR Fixed");
    assert_eq!(budget("min 800, max 1200 gbp"), "80000-120000 GBP Fixed");
    assert_eq!(budget("1200 - 800"), "80000-120000 EUR Fixed");
    assert_eq!(budget("~300 eur"), "30000-30000 EUR Fixed");
    assert_eq!(budget("500"), "50000-50000 EUR Fixed");
}

#[test]
fn open_ends() {
    assert_eq!(budget("up to 500 usd"), "-50000 USD Fixed");
    assert_eq!(budget("max. £750"), "-75000 GBP Fixed");
    assert_eq!(budget("<= 750"), "-75000 EUR Fixed");
    assert_eq!(budget("at least 2k"), "200000- EUR Fixed");
    assert_eq!(budget("500+ €"), "50000- EUR Fixed");
}

#[test]
fn rates() {
    assert_eq!(budget("40/h"), "4000-4000 EUR Hour");
    assert_eq!(budget("40-60 €/hour"), "4000-6000 EUR Hour");
    assert_eq!(budget("$40 an hour"), "4000-4000 USD Hour");
    assert_eq!(budget("300 eur per day"), "30000-30000 EUR Day");
    assert_eq!(budget("USD 1,500 weekly"), "150000-150000 USD Week");
    assert_eq!(budget("50/hr usd"), "5000-5000 USD Hour");
    assert_eq!(budget("40 EUR/h, 20h/week"), "4000-4000 EUR Hour");
    assert_eq!(budget("3k a month"), "300000-300000 EUR Month");
    assert_eq!(budget("25 EUR/h for 2-3 weeks, 20 hours"), "2500-2500 EUR Hour");
}

#[test]
fn thousands_and_more() {
    assert_eq!(budget("$1.5k"), "150000-150000 USD Fixed");
    assert_eq!(budget("1-2k"), "100000-200000 EUR Fixed");
    assert_eq!(budget("800-1.2k"), "80000-120000 EUR Fixed");
    assert_eq!(budget("1.200,50 €"), "120050-120050 EUR Fixed");
    assert_eq!(budget("1,200.50 $"), "120050-120050 USD Fixed");
    assert_eq!(budget("2 000 zł"), "200000-200000 PLN Fixed");
    assert_eq!(budget("1'500 CHF"), "150000-150000 CHF Fixed");
    assert_eq!(budget("₹1,50,000"), "15000000-15000000 INR Fixed");
    assert_eq!(budget("1.5 lakh INR"), "15000000-15000000 INR Fixed");
    assert_eq!(budget("R$ 2.000"), "200000-200000 BRL Fixed");
    assert_eq!(budget("50000 JPY"), "50000-50000 JPY Fixed");
    assert_eq!(budget("١٢٠٠ EGP"), "120000-120000 EGP Fixed");
}

#[test]
fn not_knowing_is_an_answer() {
    assert_eq!(budget("not sure"), "unknown");
    assert_eq!(budget("I don't know yet"), "unknown");
    assert_eq!(budget("negotiable, around 500"), "50000-50000 EUR Fixed");
}

#[test]
fn a_word_for_several_currencies_means_the_members_own() {
    assert_eq!(worded("$500", Some(Currency::CAD)), "50000-50000 CAD Fixed");
    assert_eq!(worded("$500", None), "50000-50000 USD Fixed");
    assert_eq!(worded("$500 AUD", None), "50000-50000 AUD Fixed");
    assert_eq!(worded("500 kr", Some(Currency::SEK)), "50000-50000 SEK Fixed");
    assert_eq!(worded("500 kr", None), "WhichCurrency([SEK, NOK, DKK, ISK]) in \"500 kr\"");
    assert_eq!(worded("500", None), "NoCurrency in \"500\"");
}

#[test]
fn words_that_are_codes_too_are_left_alone() {
    assert_eq!(budget("I can try all in all about 300"), "30000-30000 EUR Fixed");
    assert_eq!(budget("300 try"), "30000-30000 TRY Fixed");
}

#[test]
fn what_cannot_be_meant_is_refused_with_the_words_it_is_about() {
    assert_eq!(budget("-500 EUR"), "Negative in \"-500\"");
    assert_eq!(budget("minus 500"), "Negative in \"minus\"");
    assert_eq!(budget("0 EUR"), "Zero in \"0\"");
    assert_eq!(budget("99999999999999 EUR"), "TooLarge in \"99999999999999\"");
    assert_eq!(budget("10000000000.01 EUR"), "TooLarge in \"10000000000.01\"");
    assert_eq!(budget("10000000000 EUR"), "1000000000000-1000000000000 EUR Fixed");
    assert_eq!(budget("12.345.6 EUR"), "UnclearNumber in \"12.345.6\"");
    assert_eq!(budget("1.250 KWD"), "UnclearNumber in \"1.250\"");
    assert_eq!(budget("10.5 JPY"), "TooPrecise in \"10.5\"");
    assert_eq!(budget("500 XYZ"), "UnknownCurrency(\"XYZ\") in \"XYZ\"");
    assert_eq!(budget("2 BTC"), "UnknownCurrency(\"BTC\") in \"BTC\"");
    assert_eq!(budget("500 EUR or 600 USD"), "TwoCurrencies in \"500 EUR or 600 USD\"");
    assert_eq!(budget("500 for the logo, 900 for the site"), "TwoAmounts in \"500 for the logo, 900\"");
    assert_eq!(budget("40/h fixed"), "TwoUnits in \"40/h fixed\"");
    assert_eq!(budget("as little as possible"), "NoAmount in \"as little as possible\"");
    assert_eq!(budget("1w-2w"), "NoAmount in \"1w-2w\"");
    assert_eq!(budget("3 weeks"), "NoAmount in \"3 weeks\"");
    assert_eq!(budget("  "), "Empty in \"\"");
}

#[test]
fn the_refusal_is_typed() {
    let refused = read("-5 EUR", None).expect_err("a negative amount");
    assert_eq!(refused.value, Refusal::Negative);
    let stated = read("5 EUR", None).expect("an amount");
    assert!(matches!(stated.value, Budget::Stated(Price { per: Per::Fixed, .. })));
}

#[test]
fn every_currency_is_read_by_its_code_and_by_its_names() {
    for coded in Codes::currencies().all() {
        for written in
            [format!("500 {}", coded.code), format!("{} 500", coded.code), format!("500 {}", coded.name)]
        {
            let read = read(&written, None).map(|read| read.value);
            let Ok(Budget::Stated(price)) = read else { panic!("{written}: {read:?}") };
            assert_eq!(price.currency.code(), coded.code, "{written}");
        }
    }
}
