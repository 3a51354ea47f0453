//! Pieces of work somebody shows.

use crate::domain::id::PortfolioId;

/// How many items a profile holds at most.
pub const ITEMS: usize = 12;
/// How many skills an item names at most.
pub const ITEM_SKILLS: usize = 8;
/// The longest description of what is to be seen, in characters.
pub const ALT: u16 = 300;
/// The longest link, in characters.
const LINK: usize = 300;

/// A piece of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortfolioItem {
    /// Its id.
    pub id: PortfolioId,
    /// Its title.
    pub title: String,
    /// Where it is to be seen.
    pub link: Option<Link>,
    /// What they did.
    pub text: String,
    /// The keys of the skills in it.
    pub skills: Vec<String>,
    /// What is to be seen, in words, for those who can't see it.
    pub alt: String,
}

/// A web address that can be shown to others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link(String);

/// Why a text is no such address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkProblem {
    /// It is no address of a page, or not one of the open web.
    NotWeb,
    /// It carries a name or a password.
    Credentials,
    /// It is too long.
    TooLong,
}

impl Link {
    /// Reads an address; one without `https://` in front gets it.
    pub fn parse(text: &str) -> Result<Self, LinkProblem> {
        let text = text.trim();
        let (scheme, rest) = text.split_once("://").unwrap_or(("https", text));
        let scheme = scheme.to_ascii_lowercase();
        if !matches!(scheme.as_str(), "http" | "https") {
            return Err(LinkProblem::NotWeb);
        }
        let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        if host.contains('@') {
            return Err(LinkProblem::Credentials);
        }
        if !is_public_host(host) || !path.chars().all(is_part_of_address) {
            return Err(LinkProblem::NotWeb);
        }
        let link = format!("{scheme}://{}{path}", host.to_ascii_lowercase());
        if link.chars().count() > LINK { Err(LinkProblem::TooLong) } else { Ok(Self(link)) }
    }

    /// The address.
    pub fn address(&self) -> &str {
        &self.0
    }

    /// Whose page it is: what people are shown before they open it.
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or(self.0.as_str(), |(_, rest)| rest);
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host)
    }
}

/// A name of the domain name system with at least two labels, the last of letters: no address of a machine.
fn is_public_host(host: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && label.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let mut labels = host.rsplit('.');
    let top = labels.next().unwrap_or_default();
    let second = labels.next().unwrap_or_default();
    host.len() <= 253
        && top.len() >= 2
        && (top.chars().all(|letter| letter.is_ascii_alphabetic()) || top.starts_with("xn--"))
        && label(second)
        && labels.all(label)
}

/// What an address may consist of after its host, unencoded letters of other scripts included.
fn is_part_of_address(letter: char) -> bool {
    letter.is_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_gets_its_scheme_and_tells_its_host() {
        let link = Link::parse("www.Example.com/Work?x=1").map(|link| (link.address().to_owned(), link));
        let (address, link) = link.expect("it is an address");
        assert_eq!((address.as_str(), link.host()), ("https://www.example.com/Work?x=1", "example.com"));
    }

    #[test]
    fn what_is_no_page_of_the_open_web_is_refused() {
        for text in [
            "",
            "figma",
            "javascript:alert(1)",
            "ftp://example.com",
            "http://127.0.0.1/x",
            "http://localhost",
            "a b.c",
        ] {
            assert_eq!(Link::parse(text), Err(LinkProblem::NotWeb), "{text}");
        }
        assert_eq!(Link::parse("https://bank.com@evil.example"), Err(LinkProblem::Credentials));
        assert_eq!(Link::parse(&format!("example.com/{}", "x".repeat(300))), Err(LinkProblem::TooLong));
    }
}
