/*! Web Chat: Copyright (c) Microsoft Corporation, MIT License */
// What the page takes of Web Chat: the client itself, its store, and its connection. Adaptive Cards, speech and the other ways to
// connect stay out: the page draws the bot's cards itself.

import ReactWebChat from 'botframework-webchat-component';
import { createStore } from 'botframework-webchat-core';
import { DirectLine } from 'botframework-directlinejs';
import { createElement } from 'react';
import { render, unmountComponentAtNode } from 'react-dom';
import { Observable } from 'rxjs/Observable';

export { createElement, createStore, DirectLine, Observable };

/** Draws the client, or draws it anew with other properties. */
export const draw = (properties, place) => render(createElement(ReactWebChat, properties), place);

export const remove = place => unmountComponentAtNode(place);
