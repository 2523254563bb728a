"""Google Forms: a time first, whole questions as headers, picks joined by `;` or, in a linked sheet, by a comma."""

from sixstages.cohort.dialects import Dialect

DIALECT = Dialect(
    name="google-forms",
    title="Google Forms",
    first=True,
    marks=(
        "Timestamp", "टाइमस्टैम्प", "समय चिह्न", "Carimbo de data/hora", "টাইমস্ট্যাম্প", "সময়মোহর", "Muhuri wa saa",
        "Muhuri wa muda", "Позначка часу", "Мітка часу", "Marca temporal", "Horodateur", "Zeitstempel",
        "Informazioni cronologiche", "Отметка времени", "Sygnatura czasowa", "Zaman damgası", "Stempel waktu",
        "Dấu thời gian", "Tijdstempel", "طابع زمني", "タイムスタンプ", "타임스탬프", "时间戳记", "時間戳記",
    ),
    own=(
        "Email Address", "Username", "Score", "ईमेल पता", "स्कोर", "उपयोगकर्ता नाम", "Endereço de e-mail",
        "Endereço de email",
        "Nome de usuário", "Nome de utilizador", "Pontuação", "ইমেল ঠিকানা", "ইমেইল ঠিকানা", "স্কোর",
        "Anwani ya barua pepe",
        "Alama", "Адреса електронної пошти", "Електронна адреса", "Оцінка", "Dirección de correo electrónico",
        "Puntuación", "Adresse e-mail", "Note", "E-Mail-Adresse", "Punkte", "Indirizzo email",
        "Адрес электронной почты",
    ),
)  # fmt: skip
