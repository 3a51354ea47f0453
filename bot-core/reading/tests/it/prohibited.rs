//! Work that isn't allowed, and work that only sounds like it.

use bot_reading::rules::{Rule, check};

fn rule(text: &str) -> Option<Rule> {
    check(text).map(|broken| broken.value)
}

#[test]
fn prohibited_work_is_named_in_several_languages() {
    for (text, broken) in [
        ("I want to buy 10k instagram followers, cheap", Rule::FakeAccounts),
        ("need 50 five star google reviews for my restaurant", Rule::FakeAccounts),
        ("Vendo cuentas de instagram con 20k", Rule::FakeAccounts),
        (
            "Suche jemanden der positive Bewertungen bei Google schreibt, brauche 30 Google-Bewertungen",
            Rule::FakeAccounts,
        ),
        ("Нужна накрутка подписчиков в телеграм", Rule::FakeAccounts),
        ("找人刷好评，50单", Rule::FakeAccounts),
        ("need someone to take my online stats exam for me this friday", Rule::AcademicCheating),
        ("Quiero que alguien me haga la tesis completa, 80 páginas", Rule::AcademicCheating),
        ("Wer schreibt meine Bachelorarbeit? 40 Seiten", Rule::AcademicCheating),
        ("Preciso que alguém faça meu TCC", Rule::AcademicCheating),
        ("论文代写，8000字", Rule::AcademicCheating),
        ("Build me a bot to raid discord servers", Rule::Abuse),
        ("need a keylogger that antivirus can't see", Rule::Abuse),
        ("Написать стилер на питоне", Rule::Abuse),
        ("Looking for an artist for nsfw commissions", Rule::AdultWork),
        ("I want to print a ghost gun at home", Rule::Weapons),
        ("To start, send me your password and your 2fa code", Rule::Passwords),
    ] {
        assert_eq!(rule(text), Some(broken), "{text}");
    }
}

#[test]
fn work_that_only_sounds_like_it_is_fine() {
    for text in [
        "Need a React developer, 800-1200 EUR",
        "Remove malware from my WordPress site",
        "Anti-spam and anti-raid bot for our Discord server",
        "Proofread my thesis, 80 pages, deadline in January",
        "Math tutor: help me prepare for my exam",
        "A password reset page for our shop, need it by Friday",
        "Low poly gun props for a Unity game",
        "I don't sell accounts or followers",
        "We get no votes in our survey tool, fix the form",
        "Репетитор по математике, подготовка к экзамену",
        "I've 85k followers on TikTok and need a video editor",
        "Penetration test of our login page, against phishing",
    ] {
        assert_eq!(rule(text), None, "{text}");
    }
}
