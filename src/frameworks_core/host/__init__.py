"""Where core and plugins meet: what a plugin may do, finding the installed ones, and asking them.

* `hookspecs`, `contributions`: the hooks, and the records they yield. A plugin writer needs no more.
* `discovery`: which plugins are installed.
* `admission`, with `implementations`, `yielded` and `vetting`: taking a plugin in, or putting it
  aside with a reason.
* `form_shelf`: their forms, each read when it is asked for.
* `registry`: what all of them contribute, by name.
"""
