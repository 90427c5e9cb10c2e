-- What somebody does with a plan in Neovim, one check after another in one session; each puts back what it changed.
-- Answers go to the file that ANSWERS names, as JSON: a list of { name, error? }.
local PATIENCE = 10000
local answers = {}
local buffer = vim.api.nvim_get_current_buf()
local original

local function wait(what, condition)
  assert(vim.wait(PATIENCE, condition, 20), 'in vain waited for ' .. what)
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
end

--- Takes back everything since the file was opened.
local function restore()
  vim.api.nvim_set_current_buf(buffer)
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, original)
end

--- Puts the cursor on the first `word` behind the first `after` (or the top). Both are plain text.
local function go(word, after)
  local whole = text()
  local from = after and assert(whole:find(after, 1, true), after .. ' is not there') or 1
  local at = assert(whole:find(word, from, true), word .. ' is not there')
  local before = vim.split(whole:sub(1, at - 1), '\n', { plain = true })
  vim.api.nvim_win_set_cursor(0, { #before, #before[#before] })
end

--- Fails at once where the server says that it does not do a thing; Neovim would only say so to the person.
local function can(method)
  local client = assert(vim.lsp.get_active_clients()[1], 'no server')
  assert(client.supports_method(method), 'the server does not do ' .. method)
end

--- A request as a plugin sends it; fails on an error.
local function ask(method, params)
  can(method)
  local answer = vim.lsp.buf_request_sync(buffer, method, params, PATIENCE)
  assert(answer, method .. ' was not answered')
  for _, one in pairs(answer) do
    assert(not one.error, method .. ': ' .. vim.inspect(one.error))
    return one.result
  end
  error(method .. ' has no server')
end

local function here()
  return vim.lsp.util.make_position_params()
end

local function document()
  return { textDocument = vim.lsp.util.make_text_document_params() }
end

--- Labels of what completion offers behind `typed` on a new line below the first `line`.
local function offered(line, typed)
  go(line)
  local row = vim.api.nvim_win_get_cursor(0)[1]
  vim.api.nvim_buf_set_lines(buffer, row, row, false, { typed })
  vim.api.nvim_win_set_cursor(0, { row + 1, #typed })
  local params = here()
  params.position = { line = row, character = #typed }
  local result = ask('textDocument/completion', params)
  return vim.lsp.util.extract_completion_items(result), row
end

local function labels(items)
  return vim.tbl_map(function(item) return item.label end, items)
end

--- Runs a command that fills the quickfix list; returns the texts in it.
local function quickfix(run)
  vim.fn.setqflist({}, 'r')
  run()
  wait('the quickfix list', function() return #vim.fn.getqflist() > 0 end)
  local entries = vim.fn.getqflist()
  vim.cmd('cclose')
  vim.api.nvim_set_current_buf(buffer)
  return vim.tbl_map(function(entry) return entry.text end, entries)
end

--- Chooses the code action whose title holds `title`, as a person does in the menu.
local function act(title, kind)
  local seen = {}
  local chosen = false
  vim.ui.select = function(items, options, choose)
    for _, item in ipairs(items) do
      local shown = options.format_item(item)
      table.insert(seen, shown)
      if not chosen and shown:find(title, 1, true) then
        chosen = true
        choose(item)
      end
    end
  end
  local before = text()
  vim.lsp.buf.code_action(kind and { only = { kind } } or nil)
  assert(vim.wait(PATIENCE, function() return text() ~= before end, 20), 'nothing was changed; offered: ' .. vim.inspect(seen))
end

local function contains(list, wanted)
  assert(vim.tbl_contains(list, wanted), wanted .. ' is not among ' .. vim.inspect(list))
end

local function holds(whole, part)
  assert(whole:find(part, 1, true), part .. ' is not in:\n' .. whole)
end

local checks = {
  { 'the plan is known as one, and the server is at work', function()
    assert(vim.bo.filetype == 'success-plan', 'file type ' .. vim.bo.filetype)
    wait('the server', function() return #vim.lsp.get_active_clients() == 1 end)
  end },
  { 'findings are shown', function()
    wait('findings', function() return #vim.diagnostic.get(buffer) > 0 end)
    local codes = vim.tbl_map(function(one) return one.code or one.user_data.lsp.code end, vim.diagnostic.get(buffer))
    contains(codes, 'person-unknown')
    holds(vim.diagnostic.get(buffer, { severity = vim.diagnostic.severity.WARN })[1].message, 'Mike Tores')
  end },
  { 'completion offers keys, as plain text', function()
    local items = offered('status: active', '  ti')
    contains(labels(items), 'title')
    for _, item in ipairs(items) do
      assert(item.insertTextFormat ~= 2, item.label .. ' is a snippet, which Neovim did not say it knows')
      holds(item.textEdit.newText, item.label)
    end
  end },
  { 'completion offers words of a status and people with their roles', function()
    contains(labels((offered('segment: mid_market', '  segment: '))), 'enterprise')
    restore()
    local items = offered('status: in_progress', '    owner: ')
    contains(labels(items), 'Elena Duarte')
    contains(labels(items), 'Jane Smith')
  end },
  { 'a completion taken with Ctrl-X Ctrl-O stands in the text', function()
    vim.bo.omnifunc = 'v:lua.vim.lsp.omnifunc'
    go('status: active')
    local row = vim.api.nvim_win_get_cursor(0)[1]
    vim.api.nvim_buf_set_lines(buffer, row, row, false, { '  co_o' })
    vim.api.nvim_win_set_cursor(0, { row + 1, 0 })
    local done = false
    vim.api.nvim_create_autocmd('CompleteDone', { once = true, callback = function() done = true end })
    local shown = vim.fn.timer_start(50, function()
      if vim.fn.pumvisible() == 1 then
        vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes('<C-n><C-y><Esc>', true, false, true), 'nt', false)
      elseif done and text():find('\n  co_owner: ', 1, true) then
        vim.cmd('stopinsert') -- The only one is taken without a list.
      end
    end, { ['repeat'] = 200 })
    local limit = vim.fn.timer_start(12000, function() vim.cmd('stopinsert') end)
    vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes('A<C-x><C-o>', true, false, true), 'ntx!', false)
    vim.fn.timer_stop(shown)
    vim.fn.timer_stop(limit)
    holds(text(), '\n  co_owner: ')
    assert(done, 'the completion was not finished')
  end },
  { 'hover teaches a field', function()
    go('baseline')
    can('textDocument/hover')
    vim.lsp.buf.hover()
    local window
    wait('the hover', function()
      window = vim.tbl_filter(function(one) return vim.api.nvim_win_get_config(one).relative ~= '' end, vim.api.nvim_list_wins())[1]
      return window ~= nil
    end)
    local shown = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
    vim.api.nvim_win_close(window, true)
    assert(#shown > 40, shown)
  end },
  { 'definition goes to the person', function()
    go('Mike Torres', 'risks:')
    can('textDocument/definition')
    vim.lsp.buf.definition()
    wait('the jump', function() return vim.api.nvim_get_current_line():find('name: "Mike Torres"', 1, true) ~= nil end)
  end },
  { 'references are all mentions', function()
    go('Elena Duarte')
    can('textDocument/references')
    local lines = quickfix(vim.lsp.buf.references)
    assert(#lines == 3, vim.inspect(lines))
  end },
  { 'a person is renamed everywhere, and not a byte beside it', function()
    local before = text()
    go('Elena Duarte', 'attendees')
    can('textDocument/rename')
    vim.lsp.buf.rename('Elena Duarte-Kim')
    wait('the rename', function() return text() ~= before end)
    assert(text() == before:gsub('Elena Duarte', 'Elena Duarte-Kim'), text())
  end },
  { 'a fix is applied by the code action', function()
    local before = text()
    go('Mike Tores')
    act('Mike Torres', 'quickfix')
    assert(text() == (before:gsub('Mike Tores', 'Mike Torres')), text())
  end },
  { 'fix all writes dates as dates', function()
    local before = text()
    vim.api.nvim_buf_set_lines(buffer, 5, 6, false, { '  next_review: 14 April 2026' })
    go('next_review')
    local params = vim.lsp.util.make_range_params()
    params.context = { diagnostics = {}, only = { 'source.fixAll.successPlan' } }
    local action = assert(ask('textDocument/codeAction', params)[1], 'no action')
    if not action.edit then action = ask('codeAction/resolve', action) end
    vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
    assert(text() == before:gsub('next_review:   2026', 'next_review: 2026'), text())
  end },
  { 'a refactoring writes a milestone', function()
    go('milestones:')
    local before = text()
    act('ilestone', 'refactor')
    local _, had = before:gsub('\n      %- ', '')
    local _, has = text():gsub('\n      %- ', '')
    assert(has == had + 1, text())
  end },
  { 'the outline has sections, outcomes and people', function()
    local shown = table.concat(quickfix(vim.lsp.buf.document_symbol), '\n')
    for _, part in ipairs({ 'O1', 'Elena Duarte', 'Handheld scanners rolled out' }) do holds(shown, part) end
  end },
  { 'symbols of the workspace are found by name', function()
    can('workspace/symbol')
    local shown = quickfix(function() vim.lsp.buf.workspace_symbol('Elena') end)
    holds(table.concat(shown, '\n'), 'Elena Duarte')
  end },
  { 'sections and items fold', function()
    local ranges = ask('textDocument/foldingRange', document())
    local first = vim.tbl_map(function(range) return range.startLine end, ranges)
    contains(first, 1)
    contains(first, 24)
  end },
  { 'mentions of the name under the cursor are highlighted', function()
    go('Elena Duarte')
    assert(#ask('textDocument/documentHighlight', here()) == 3)
  end },
  { 'code lenses stand over outcomes', function()
    local lenses = ask('textDocument/codeLens', document())
    assert(#lenses > 0, 'no lens')
  end },
  { 'formatting keeps the comments, and what it has formatted', function()
    can('textDocument/formatting')
    vim.lsp.buf.formatting_sync(nil, PATIENCE)
    local once = text()
    holds(once, 'created: 2026-01-12 # kick-off with Elena')
    vim.lsp.buf.formatting_sync(nil, PATIENCE)
    assert(text() == once, 'the second time changes something')
  end },
  { 'an agenda is known as one', function()
    vim.cmd('edit spring.qbr.yaml')
    local agenda = vim.api.nvim_get_current_buf()
    assert(vim.bo.filetype == 'success-plan', 'file type ' .. vim.bo.filetype)
    wait('the server', function() return vim.lsp.buf_get_clients(agenda) and next(vim.lsp.buf_get_clients(agenda)) ~= nil end)
    assert(#vim.lsp.get_active_clients() == 1, 'one server for all')
    local params = { textDocument = { uri = vim.uri_from_bufnr(agenda) } }
    local answer = vim.lsp.buf_request_sync(agenda, 'textDocument/documentSymbol', params, PATIENCE)
    assert(#answer[vim.lsp.get_active_clients()[1].id].result > 0, 'an outline')
    vim.api.nvim_set_current_buf(buffer)
  end },
  { 'nothing went wrong in the server', function()
    local log = io.open(vim.lsp.get_log_path())
    local lines = log and log:read('*a') or ''
    for line in lines:gmatch('[^\n]+') do assert(not line:find('[ERROR]', 1, true), line) end
  end },
}

original = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
for _, check in ipairs(checks) do
  local fine, problem = xpcall(check[2], function(message) return debug.traceback(tostring(message), 2) end)
  table.insert(answers, { name = check[1], error = not fine and problem or nil })
  restore()
end

local file = assert(io.open(vim.env.ANSWERS, 'w'))
file:write(vim.json and vim.json.encode(answers) or vim.fn.json_encode(answers))
file:close()
vim.cmd('qall!')
