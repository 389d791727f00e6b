//! Which characters stand where in words, and which never do.

/// What speaks for letters that were read in the wrong encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Evidence {
    /// Nothing.
    None,
    /// Letters of two scripts in one word: only where they can be read as one.
    OnlyIfReadable,
    /// A long dash within a name, between small letters.
    Dash,
    /// A sign that stands within no word.
    Sign,
    /// The first half of a letter in UTF-8, with a second half that was lost.
    Lead,
}

/// Signs that stand between no two letters. Not here: apostrophes, accents typed alone (`O´Brien`) and the Catalan `·`.
const NEVER_BETWEEN_LETTERS: &str = "¡¢£¤¥¦§¨©«¬¯±²³¶¸¹»¼½¾¿÷‡ˆ˜˙˛ƒ‰‹›„‚√≠≤≥∞∂∑∏∫◊≈∆ﬁﬂ⌐∩≡⌠⌡ⁿ₧∙";

/// Signs that no word ends with.
const NEVER_AT_THE_END: &str = "¡¢¤¥¦¬¯±¸¿ˆ˜˙˛ƒ‹„‚√≠≤≥∂∏∫◊∆⌐∩≡";

/// Signs that no word begins with.
const NEVER_AT_THE_START: &str = "¤‡ˆ‰ƒ˜˙";

/// Signs that stand between small letters only by mistake.
const NEVER_BETWEEN_SMALL_LETTERS: &str = "™®†";

/// Capital letters that stand behind a small letter, or between a first letter and a small one, in no name. Those of Spanish
/// and Portuguese are not here: they stay capital where a program that only knows ASCII writes the rest small (`MuÑoz`).
const NEVER_WITHIN_A_WORD: &str = "ÈÌÒÛÝÞÐÆŽŸŠ";

/// The letters of Spanish and Portuguese, with the signs of ordinals and of questions.
const LETTERS: &str = "áéíóúüñãõâêôàçÁÉÍÓÚÜÑÃÕÂÊÔÀÇªº¿¡";

/// Whether it is a letter of the Latin script.
pub(super) fn is_letter_of_latin(character: char) -> bool {
    character.is_ascii_alphabetic()
        || matches!(character, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' | 'ª' | 'º')
}

/// Whether it is a character of China, Japan or Korea.
pub(super) fn is_east_asian(character: char) -> bool {
    matches!(character,
        '\u{2E80}'..='\u{2FFF}' | '\u{3005}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF61}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}')
}

/// What in the text stands where it never does. The characters of each word are looked at with their neighbours.
pub(super) fn evidence(text: &str, is_name: bool) -> Evidence {
    let characters: Vec<char> = text.chars().collect();
    // Several letters in a row may have become signs.
    let is_skipped = |character: &&char| {
        NEVER_BETWEEN_LETTERS.contains(**character) || matches!(character, '–' | '—' | '’')
    };
    let next =
        |characters: &mut dyn Iterator<Item = &char>| characters.copied().next().unwrap_or(' ');
    let mut found = Evidence::None;
    for (place, character) in characters.iter().enumerate() {
        if character.is_ascii() {
            continue;
        }
        let mut backwards = characters[..place].iter().rev().skip_while(is_skipped);
        let before = next(&mut backwards);
        let neighbours = Neighbours {
            before,
            second_before: next(&mut backwards),
            after: next(&mut characters[place + 1..].iter().skip_while(is_skipped)),
            right_after: characters.get(place + 1).copied().unwrap_or(' '),
            is_name,
        };
        found = found.max(neighbours.evidence(*character));
    }
    if found == Evidence::None && text.contains("锟斤") {
        // What becomes of U+FFFD, twice in UTF-8 and taken for GBK.
        return Evidence::Lead;
    }
    found
}

/// What stands beside a character, signs between letters left out.
struct Neighbours {
    second_before: char,
    before: char,
    after: char,
    /// What follows at once, be it a sign.
    right_after: char,
    is_name: bool,
}

impl Neighbours {
    fn evidence(&self, character: char) -> Evidence {
        if self.is_lead(character) {
            return Evidence::Lead;
        }
        if self.is_misplaced(character) {
            return Evidence::Sign;
        }
        let is_small = |neighbour: char| neighbour.is_lowercase();
        let begins_small = is_small(self.before)
            || self.before.is_uppercase() && !self.second_before.is_alphabetic();
        if self.is_name && matches!(character, '–' | '—') && begins_small && is_small(self.after)
        {
            return Evidence::Dash;
        }
        let (is_greek, is_cyrillic) = (
            matches!(character, '\u{386}'..='\u{3CE}'),
            matches!(character, '\u{400}'..='\u{45F}'),
        );
        let follows_latin = is_letter_of_latin(self.before);
        let is_within_latin = follows_latin && is_letter_of_latin(self.right_after);
        if is_within_latin && self.never_stands_between_latin(character) {
            return Evidence::Sign;
        }
        if is_cyrillic && (follows_latin || is_letter_of_latin(self.after)) {
            Evidence::Sign
        } else if is_greek && follows_latin && self.is_name {
            Evidence::OnlyIfReadable
        } else {
            Evidence::None
        }
    }

    /// Thai letters and half-width kana, which are what bytes of accented letters are taken for. Chinese and Korean ones stand
    /// between Latin letters in texts (`iPhone和iPad`), and in no name.
    fn never_stands_between_latin(&self, character: char) -> bool {
        match character {
            '\u{E00}'..='\u{E7F}' | '\u{FF61}'..='\u{FF9F}' => true,
            '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => self.is_name,
            _ => false,
        }
    }

    fn is_misplaced(&self, character: char) -> bool {
        let (before, after) = (self.before.is_alphabetic(), self.after.is_alphabetic());
        let is_small = |neighbour: char| neighbour.is_lowercase();
        let is_drawn = matches!(character, '\u{80}'..='\u{9F}' | '\u{2500}'..='\u{25A0}');
        if is_drawn {
            return before || after;
        }
        match (before, after) {
            (true, true) if NEVER_WITHIN_A_WORD.contains(character) => {
                is_small(self.after)
                    && (is_small(self.before) || !self.second_before.is_alphabetic())
            }
            (true, false) if NEVER_WITHIN_A_WORD.contains(character) => is_small(self.before),
            (true, true) if character == 'µ' => {
                self.before.is_uppercase() && self.after.is_uppercase()
            }
            (true, true) => {
                NEVER_BETWEEN_LETTERS.contains(character)
                    || NEVER_BETWEEN_SMALL_LETTERS.contains(character)
                        && is_small(self.before)
                        && is_small(self.after)
                    || self.is_name
                        && matches!(character, '“' | '”' | '•')
                        && is_small(self.before)
                        && is_small(self.after)
            }
            (true, false) => NEVER_AT_THE_END.contains(character) && is_small(self.before),
            (false, true) => {
                NEVER_AT_THE_START.contains(character) || self.is_name && character == '¥'
            }
            (false, false) => false,
        }
    }

    /// Whether it is what the first byte of a letter in UTF-8 is taken for, with a second that cannot be read back.
    fn is_lead(&self, character: char) -> bool {
        let is_sign = |neighbour: char| {
            !neighbour.is_ascii() && !neighbour.is_alphabetic() && !is_closing(neighbour)
        };
        match character {
            'Ã' => {
                // `JoÃo` is `JOÃO` written small by a program that only knows ASCII; no word begins with `ã`.
                let is_portuguese = matches!(self.right_after, 'o' | 'e' | 's' | 'O' | 'E' | 'S');
                is_sign(self.right_after)
                    || self.right_after.is_ascii_alphabetic()
                        && self.before.is_lowercase()
                        && !is_portuguese
                    || self.right_after.is_ascii_lowercase()
                        && !self.before.is_alphanumeric()
                        && self.right_after != 'o'
            }
            'Â' => is_sign(self.right_after) && self.right_after != '\u{A0}',
            'â' => self.right_after == '€',
            'à' => matches!(self.right_after, '¤' | '¥' | '¦' | '¨'),
            'ï' => matches!(self.right_after, '¿' | '»'),
            _ => false,
        }
    }
}

/// Marks that follow a word.
fn is_closing(character: char) -> bool {
    matches!(
        character,
        '’' | '”' | '…' | '–' | '—' | '™' | '®' | '©' | '»' | '°' | 'º' | 'ª' | '\u{A0}'
    )
}

/// Whether a word that was read back is one: no control characters, no letters that only phoneticians use, one script.
pub(super) fn is_well_formed(original: &str, word: &str) -> bool {
    if original.contains(is_east_asian) && !undoes_east_asian(original, word) {
        return false;
    }
    if ends_as_it_should(original) && word.chars().last().is_some_and(is_letter_of_latin) {
        return false;
    }
    let mut scripts = word.chars().filter_map(script);
    let first = scripts.next();
    let is_one_script = scripts.all(|script| Some(script) == first);
    is_one_script && word.chars().all(is_likely) && !is_one_foreign_letter(word)
}

/// A word in capital letters that ends with `Ã`, `É` and the like and a closing mark: that is what two bytes of UTF-8 look
/// like, too.
fn ends_as_it_should(original: &str) -> bool {
    let mut backwards = original.chars().rev();
    let (last, lead) = (backwards.next(), backwards.next());
    // One letter alone is how a short name begins: `FÃ©`.
    let is_word = backwards.take(2).filter(char::is_ascii_uppercase).count() == 2;
    last.is_some_and(is_closing)
        && lead.is_some_and(|lead| lead != 'Â' && lead.is_uppercase())
        && is_word
}

/// One letter of another script is made by chance; words have more.
fn is_one_foreign_letter(word: &str) -> bool {
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    let only = letters.next().filter(|_| letters.next().is_none());
    only.is_some_and(|letter| matches!(letter, '\u{370}'..='\u{7FF}'))
}

/// Chinese characters that are the bytes of something else: of one Latin letter within a word, or of fewer Chinese ones.
fn undoes_east_asian(original: &str, word: &str) -> bool {
    let is_latin = word
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .all(is_letter_of_latin);
    if is_latin {
        return original.contains(|letter: char| letter.is_ascii_alphabetic())
            && is_well_cased(word);
    }
    let count = |text: &str| text.chars().filter(|letter| !letter.is_ascii()).count();
    let (before, after) = (count(original), count(word));
    let is_east_asian = word
        .chars()
        .all(|letter| letter.is_ascii() || is_east_asian(letter));
    before > 2 && before > after && is_east_asian
}

/// A number for the script; `None` for what stands in all of them. Han, kana, hangul and Latin stand beside each other in names.
fn script(character: char) -> Option<u32> {
    match character {
        _ if is_letter_of_latin(character) => Some(0),
        '\u{370}'..='\u{3FF}' => Some(1),
        '\u{400}'..='\u{52F}' => Some(2),
        '\u{590}'..='\u{5FF}' => Some(3),
        '\u{600}'..='\u{77F}' => Some(4),
        // The scripts of India and its neighbours have 128 places each.
        '\u{900}'..='\u{DFF}' => Some(0x100 + u32::from(character) / 128),
        _ if is_east_asian(character) => None,
        _ => character.is_alphabetic().then_some(5),
    }
}

fn is_likely(character: char) -> bool {
    !matches!(character,
        '\u{7F}'..='\u{9F}' | '\u{AD}' | '\u{250}'..='\u{2BA}' | '\u{2BD}'..='\u{36F}' | '\u{FFFD}' | '\u{E000}'..='\u{F8FF}')
        // Latin letters of Africa and of phonetics, but for those of Vietnamese and Romanian.
        && (!matches!(character, '\u{180}'..='\u{24F}') || "ơưƠƯșțȘȚǎǐǒǔ".contains(character))
}

/// Whether all that is not ASCII are letters of Spanish and Portuguese, where their spelling has them, and capital where the
/// word is.
pub(super) fn is_plain_text(text: &str) -> bool {
    let is_known = |character: char| character.is_ascii() || LETTERS.contains(character);
    text.chars().all(is_known)
        && text
            .split(|letter: char| !letter.is_alphabetic())
            .all(|word| is_well_cased(word) && is_well_spelt(word))
}

/// `ñ` and `ç` stand before a vowel, `ç` never before `e` and `i`; no accented `a` before another.
fn is_well_spelt(word: &str) -> bool {
    let lower = word.to_lowercase();
    let mut behind = lower.chars();
    while let Some(letter) = behind.next() {
        let next = behind.clone().next();
        let is_before = |letters: &str| next.is_some_and(|next| letters.contains(next));
        let is_well = match letter {
            'ñ' => is_before("aeiouáéíóúü"),
            'ç' => is_before("aouáãâóõôú"),
            'á' | 'â' | 'à' | 'ã' => !is_before("aáâàã"),
            _ => true,
        };
        if !is_well {
            return false;
        }
    }
    true
}

/// Small letters in a word that has small ones, but for the first; capital ones in a word that has only those.
fn is_well_cased(word: &str) -> bool {
    let letters = || word.chars().filter(|letter| letter.is_alphabetic());
    let ascii = || letters().filter(char::is_ascii);
    let has_small = ascii().any(|letter| letter.is_ascii_lowercase());
    let is_capital = !has_small && ascii().count() > 1;
    letters().enumerate().all(|(place, letter)| {
        letter.is_ascii()
            || letter == 'ª'
            || letter == 'º'
            || if is_capital {
                letter.is_uppercase()
            } else {
                place == 0 || !has_small || letter.is_lowercase()
            }
    })
}
