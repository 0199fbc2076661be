// In sanitizer builds: what libraries leave behind at exit (fontconfig 288 bytes, glib what a broken Outlook file left open) is no leak of ours.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig.so\nleak:libglib-2.0.so"; }
