use super::Names;
use crate::field::Field;

// In its script, then in Latin letters.
#[rustfmt::skip]
pub(super) const NAMES: &[Names] = &[
    (Field::Customer, &[
        "नाम", "पूरा नाम", "ग्राहक", "ग्राहक का नाम", "ग्राहक नाम", "उपभोक्ता", "उपभोक्ता का नाम", "उपयोगकर्ता", "उपयोगकर्ता का नाम", "व्यक्ति का नाम",
        "संपर्क", "संपर्क का नाम", "संपर्क नाम", "संपर्क व्यक्ति", "सदस्य", "सदस्य का नाम", "आवेदक", "आवेदक का नाम", "खाताधारक", "खाताधारक का नाम",
        "क्लाइंट", "क्लाइंट का नाम", "कस्टमर", "कस्टमर का नाम", "कस्टमर नाम", "उधारकर्ता", "उधारकर्ता का नाम", "लाभार्थी का नाम",
        "naam", "nam", "poora naam", "pura naam", "grahak", "grahak ka naam", "grahak naam", "customer ka naam", "customer naam", "upbhokta",
        "upbhokta ka naam", "sampark", "sampark naam", "vyakti ka naam", "sadasya ka naam", "aavedak ka naam", "khatadharak ka naam",
    ]),
    (Field::Mobile, &[
        "मोबाइल", "मोबाइल नंबर", "मोबाइल नम्बर", "मोबाइल नं", "मोबाइल नं.", "मोबाईल", "मोबाईल नंबर", "मोबाईल नम्बर", "मोबाइल संख्या", "मोबाइल फ़ोन", "मोबाइल फ़ोन नंबर",
        "फ़ोन", "फ़ोन नंबर", "फ़ोन नम्बर", "फ़ोन नं", "फ़ोन संख्या", "दूरभाष", "दूरभाष संख्या", "दूरभाष नंबर", "दूरभाष क्रमांक", "टेलीफ़ोन", "टेलीफ़ोन नंबर", "संपर्क नंबर",
        "संपर्क नम्बर", "संपर्क संख्या", "संपर्क सूत्र", "सम्पर्क नंबर", "सम्पर्क सूत्र", "ग्राहक का मोबाइल", "ग्राहक का मोबाइल नंबर", "ग्राहक मोबाइल", "ग्राहक मोबाइल नंबर",
        "ग्राहक का फ़ोन नंबर", "ग्राहक फ़ोन", "व्हाट्सएप", "व्हाट्सएप नंबर", "व्हाट्सऐप नंबर", "चल दूरभाष", "मोबाइल क्रमांक",
        "mobail", "mobail number", "mobile sankhya", "mobile nambar", "mobile ka number", "phone sankhya", "phone nambar", "fon", "fon number",
        "fon nambar", "doorbhash", "durbhash", "doorbhash sankhya", "sampark number", "sampark nambar", "sampark sankhya", "sampark sutra",
        "grahak mobile", "grahak mobile number", "grahak ka mobile number", "grahak ka number", "grahak phone number", "customer ka number",
        "customer ka mobile number", "mob nambar",
    ]),
    (Field::Platform, &[
        "प्लेटफ़ॉर्म", "प्लेटफॉर्म का नाम", "प्लैटफ़ॉर्म", "प्लेटफार्म", "मंच", "मंच का नाम", "ऐप", "ऐप का नाम", "एप", "एप का नाम",
        "manch", "platform ka naam", "app ka naam",
    ]),
    (Field::Comments, &[
        "टिप्पणी", "टिप्पणियाँ", "टिप्पणियां", "टिप्पणीयां", "नोट", "नोट्स", "विवरण", "अभ्युक्ति", "रिमार्क", "रिमार्क्स", "कमेंट", "कमेंट्स",
        "tippani", "tippaniyan", "tippni", "vivran", "vivaran", "abhyukti",
    ]),
    (Field::RobotId, &["रोबोट", "रोबोट आईडी", "रोबोट का आईडी", "रोबोट की आईडी", "रोबोट संख्या", "robot ki id", "robot ka id"]),
    (Field::Gender, &[
        "लिंग", "ग्राहक का लिंग", "जेंडर", "स्त्री/पुरुष", "पुरुष/महिला", "महिला/पुरुष", "ling", "linga", "grahak ka ling", "purush/mahila",
    ]),
    (Field::ExtraA, &["अतिरिक्त क", "अतिरिक्त 1", "अतिरिक्त ए", "चर 1", "वैरिएबल 1", "atirikt 1", "atirikt a"]),
    (Field::ExtraB, &["अतिरिक्त ख", "अतिरिक्त 2", "अतिरिक्त बी", "चर 2", "वैरिएबल 2", "atirikt 2", "atirikt b"]),
    (Field::ExtraC, &["अतिरिक्त ग", "अतिरिक्त 3", "अतिरिक्त सी", "चर 3", "वैरिएबल 3", "atirikt 3", "atirikt c"]),
];
