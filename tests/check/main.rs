mod five;
