<?php
// Fills an empty database with a small site: WordPress's own first post, and a page with a form. Run by php, in the folder of WordPress.
define('WP_INSTALLING', true);
require 'wp-load.php';
require 'wp-admin/includes/upgrade.php';

// Defined here, it is not defined there: the trials send no mail.
function wp_new_blog_notification() {}

wp_install('Example Borough Council', 'editor', 'editor@notices.example', true, '', 'editor');
update_option('show_avatars', 0); // they come from another host

wp_set_current_user(1); // who may write forms

// As an editor writes it, into the block "Custom HTML".
$form = <<<'HTML'
<!-- wp:html -->
<form id="complaint" method="post">
[council_notice name="customer-management.complaints.en"]
<p><label for="name">Full name</label> <input id="name" name="full-name" autocomplete="name"></p>
<p><label for="email">Email address</label> <input id="email" name="email" type="email" autocomplete="email"></p>
<p><label for="details">What happened</label> <textarea id="details" name="details" rows="4"></textarea></p>
<p><button>Send</button></p>
</form>
<!-- /wp:html -->
HTML;
wp_insert_post([
    'post_type' => 'page',
    'post_status' => 'publish',
    'post_name' => 'complain',
    'post_title' => 'Make a complaint',
    'post_content' => $form,
    'comment_status' => 'closed',
]);
