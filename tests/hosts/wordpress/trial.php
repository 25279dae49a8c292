<?php
// What a trial adds to WordPress for itself: what notes errors, and `?theme=` for one page.
add_action('wp_head', function () {
    echo '<script src="' . getenv('WORDPRESS_NOTICES') . '/__test/collect.js"></script>';
}, 0);
foreach (['template', 'stylesheet'] as $option) {
    add_filter("pre_option_$option", fn($theme) => preg_replace('/\W/', '', $_GET['theme'] ?? '') ?: $theme);
}
