use super::Names;
use crate::field::Field;

#[rustfmt::skip]
pub(super) const NAMES: &[Names] = &[
    (Field::Customer, &[
        "customer", "customer name", "customer's name", "customer full name", "cust name", "client", "client name", "client's name",
        "contact", "contact name", "contact person", "contact full name", "full name", "fullname", "lead", "lead name", "name", "names",
        "username", "user", "user name", "borrower", "borrower name", "debtor", "debtor name", "member", "member name", "person",
        "person name", "account holder", "account holder name", "applicant", "applicant name", "guest name", "patient name",
        "student name", "buyer", "buyer name", "subscriber name", "recipient", "recipient name", "prospect", "prospect name",
        "policy holder", "policy holder name", "first and last name", "first & last name", "first last name", "name of customer",
        "name of client", "customer_name", "display name", "billing name", "shipping name", "callee name",
    ]),
    (Field::Mobile, &[
        "mobile", "mobile no", "mobile nr", "mobile num", "mobile number", "mobile numbers", "mobile #", "mobile phone", "mobile phone no",
        "mobile phone number", "mobile 1", "mobile number 1", "mobile no 1", "mobile telephone", "mob", "mob no", "mob number",
        "phone", "phone no", "phone nr", "phone num", "phone number", "phone numbers", "phone #", "phones", "phone 1", "phone number 1",
        "phone no 1", "phone 1 value", "phone mobile", "phone (mobile)", "primary phone", "primary phone number", "primary mobile",
        "main phone", "default phone", "personal phone", "personal mobile", "cell", "cell no",
        "cell number", "cell phone", "cell phone no", "cell phone number", "cellular", "cellular number", "cellular no",
        "contact no", "contact nos", "contact num", "contact number", "contact numbers", "contact phone", "contact phone number",
        "contact mobile", "contact mobile number", "contact no 1", "contact number 1", "contact tel", "callee", "callee number", "called number",
        "call number", "number to call", "dial", "dial number", "dialed number", "destination number",
        "customer phone", "customer phone no", "customer phone number", "customer mobile", "customer mobile no", "customer mobile number",
        "customer contact", "customer contact no", "customer contact number", "customer's phone", "customer's mobile no",
        "customer's mobile number", "customer tel", "cust mobile", "cust phone", "client phone", "client phone number", "client mobile",
        "client mobile number", "client contact number", "lead phone", "lead phone number", "lead mobile", "user phone", "user mobile",
        "user phone number", "member phone", "borrower phone", "borrower mobile", "borrower phone number", "borrower mobile number",
        "registered mobile", "registered mobile number", "registered mobile no", "registered phone number", "billing phone", "shipping phone",
        "recipient phone", "msisdn", "msisdn number", "tel", "tel no", "tel nr", "tel number", "tel mobile", "tele", "telephone",
        "telephone no", "telephone number", "telephone numbers", "telephone mobile", "telephone 1", "whatsapp", "whats app", "whatsapp no",
        "whatsapp number", "whatsapp phone", "whatsapp mobile", "wa number", "mobile/whatsapp", "phone/whatsapp", "mobile phone 1",
        "phone e164", "e164", "phone_number_e164", "international number", "valid phone", "phone with country code",
        "mobile with country code", "mobile number with country code", "phone number with country code",
    ]),
    (Field::Platform, &[
        "platform", "platform name", "name of platform", "app", "app name", "application name", "product platform",

    ]),
    (Field::Comments, &[
        "comments", "comment", "note", "notes", "remark", "remarks", "customer comments", "customer notes", "customer remarks",
        "additional notes", "additional comments", "internal notes", "memo", "observation", "observations", "annotation", "lead notes",
    ]),
    (Field::RobotId, &[
        "robot id", "robot", "robot no", "robot number", "robot code", "robot identifier", "id of robot", "robot's id", "bot", "bot id",
        "voice robot", "voice robot id", "voice bot", "voicebot id", "airudder robot", "airudder robot id", "custom robot id",
    ]),
    (Field::Gender, &[
        "gender", "sex", "customer gender", "customer sex", "gender (m/f)", "sex (m/f)", "gender m/f", "m/f", "male/female",
        "gender (male/female)", "client gender",
    ]),
    (Field::ExtraA, &[
        "extra a", "extra 1", "extra field a", "extra field 1", "variable a", "variable 1", "var a", "var 1", "custom a", "custom 1",
        "custom field 1", "custom field a", "custom variable 1", "parameter a", "parameter 1", "param 1", "param a", "extra info a", "extra info 1",
    ]),
    (Field::ExtraB, &[
        "extra b", "extra 2", "extra field b", "extra field 2", "variable b", "variable 2", "var b", "var 2", "custom b", "custom 2",
        "custom field 2", "custom field b", "custom variable 2", "parameter b", "parameter 2", "param 2", "param b", "extra info b", "extra info 2",
    ]),
    (Field::ExtraC, &[
        "extra c", "extra 3", "extra field c", "extra field 3", "variable c", "variable 3", "var c", "var 3", "custom c", "custom 3",
        "custom field 3", "custom field c", "custom variable 3", "parameter c", "parameter 3", "param 3", "param c", "extra info c", "extra info 3",
    ]),
];
