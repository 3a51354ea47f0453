//! Skills: chips, "did you mean", autocomplete.

use bot_reading::skills::{Chip, Vocabulary};

/// Chips in words: a known skill's name, or `?written` with what it may have meant.
fn chips(text: &str) -> Vec<String> {
    let vocabulary = Vocabulary::embedded();
    let name = |index| vocabulary.skill(index).expect("an index it gave out").name.to_string();
    let worded = |chip| match chip {
        Chip::Known(index) => name(index),
        Chip::Unknown { text, did_you_mean } => {
            let meant: Vec<String> = did_you_mean.into_iter().map(name).collect();
            format!("?{text} {meant:?}")
        }
    };
    vocabulary.chips(text).into_iter().map(|chip| worded(chip.value)).collect()
}

fn suggested(partial: &str) -> Vec<&'static str> {
    Vocabulary::embedded().suggest(partial, 5).into_iter().map(|skill| &*skill.name).collect()
}

#[test]
fn a_list_becomes_chips() {
    assert_eq!(chips("js, reactjs, figma"), ["JavaScript", "React", "Figma"]);
    assert_eq!(chips("Webflow; FIGMA\nCopywriting"), ["Webflow", "Figma", "Copywriting"]);
    assert_eq!(chips("- node js\n- node.js\n- C++ | c#"), ["Node.js", "C++", "C#"]);
}

#[test]
fn signs_and_accents_are_part_of_no_name_but_plus_and_sharp_are() {
    assert_eq!(chips("c, C++, c#, .net, Español"), ["C", "C++", "C#", ".NET", "Spanish"]);
}

#[test]
fn joined_skills_come_apart_and_joined_names_do_not() {
    assert_eq!(chips("logo and web design"), ["Logo Design", "Web Design"]);
    assert_eq!(chips("react node postgres"), ["React", "Node.js", "PostgreSQL"]);
    assert_eq!(chips("UI/UX, CI/CD, a/b testing"), ["UI Design", "UX Design", "CI/CD", "A/B Testing"]);
    assert_eq!(chips("html/css"), ["HTML", "CSS"]);
}

#[test]
fn what_stands_around_a_name_is_set_aside() {
    assert_eq!(chips("I can do logos and branding"), ["Logo Design", "Brand Identity"]);
    assert_eq!(
        chips("Python (5 years), WordPress developer, react, vue or angular"),
        ["Python", "WordPress", "React", "Vue.js", "Angular"]
    );
    let text = "I know Python (5 years)";
    let read: Vec<&str> = Vocabulary::embedded().chips(text).iter().map(|chip| chip.span.of(text)).collect();
    assert_eq!(read, ["Python"]);
}

#[test]
fn unknown_words_are_kept_with_what_they_may_have_meant() {
    assert_eq!(
        chips("figam, underwater basket weaving"),
        ["?figam [\"Figma\"]", "?underwater basket weaving []"]
    );
}

#[test]
fn chips_know_where_they_were_read() {
    let text = " js , Figma and sketch";
    let read: Vec<&str> = Vocabulary::embedded().chips(text).iter().map(|chip| chip.span.of(text)).collect();
    assert_eq!(read, ["js", "Figma", "sketch"]);
}

#[test]
fn every_field_of_freelance_work_has_its_skills() {
    let known = "plumber, wedding photography, bookkeeping, sworn translation, beat making, nanny, gdpr, revit, \
                 ielts, tailoring, personal trainer, ableton, grant writing, seo";
    assert!(chips(known).iter().all(|chip| !chip.starts_with('?')), "{:?}", chips(known));
}

#[test]
fn names_in_several_languages_are_the_same_skill() {
    let named = |text: &str| chips(text).pop();
    for (texts, name) in [
        (
            [
                "diseño gráfico",
                "design gráfico",
                "Grafikdesign",
                "graphisme",
                "графический дизайн",
                "平面设计",
            ],
            "Graphic Design",
        ),
        (["traducción", "tradução", "Übersetzung", "traduction", "перевод", "翻译"], "Translation"),
        (
            ["diseño web", "design de sites", "Webdesigner", "design web", "веб-дизайн", "网页设计"],
            "Web Design",
        ),
        (
            ["contabilidad", "contabilidade", "Rechnungswesen", "comptabilité", "бухгалтер", "会计"],
            "Accounting",
        ),
    ] {
        for text in texts {
            assert_eq!(named(text).as_deref(), Some(name), "{text}");
        }
    }
    assert_eq!(named("графічний дизайн").as_deref(), Some("Graphic Design"));
    assert_eq!(named("تصميم جرافيك").as_deref(), Some("Graphic Design"));
    assert_eq!(named("ग्राफिक डिजाइन").as_deref(), Some("Graphic Design"));
    assert_eq!(named("перевод с английского на русский").as_deref(), Some("English–Russian Translation"));
}

#[test]
fn every_field_of_work_outside_software_is_covered_in_depth() {
    let vocabulary = Vocabulary::embedded();
    let count = |category| vocabulary.skills().iter().filter(|skill| &*skill.category == category).count();
    for category in [
        "design",
        "photo",
        "writing",
        "translation",
        "audio",
        "video",
        "marketing",
        "business",
        "events",
        "support",
        "finance",
        "legal",
        "teaching",
        "science",
        "engineering",
        "crafts",
        "care",
    ] {
        assert!(count(category) >= 40, "{category}: {}", count(category));
    }
}

#[test]
fn typing_completes_names_first_then_aliases_then_near_misses() {
    assert_eq!(suggested("fig")[0], "Figma");
    assert_eq!(suggested("js")[0], "JavaScript");
    assert_eq!(suggested("wordpr")[0], "WordPress");
    assert!(suggested("design").contains(&"Graphic Design"), "{:?}", suggested("design"));
    assert_eq!(suggested("photosop")[0], "Photoshop");
    assert_eq!(suggested("")[0], "Web Development");
    assert_eq!(suggested("qqqqqqqq"), [""; 0]);
}

#[test]
fn slugs_find_their_skill_again() {
    let vocabulary = Vocabulary::embedded();
    for skill in vocabulary.skills() {
        assert_eq!(vocabulary.by_slug(&skill.slug), Some(skill));
        assert_eq!(vocabulary.find(&skill.name), Some(skill));
    }
}
